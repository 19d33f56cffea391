"""What the answers say together: causes, options, actions and times, taken by role.

Pure: a case and its questionnaire in, an analysis out. Knows nothing of how a report looks.
"""
