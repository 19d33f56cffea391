"""What `rootcause lint` does, each thing that it can be asked for in a module of its own."""
