// Reads a JSON list of Mermaid sources from standard input, and prints what a viewer makes of each: {"labels": [...]}
// with the texts as they would be shown, or {"error": "..."}.
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false });

// Mermaid keeps entities in a form of its own until it draws.
function shown(label) {
  const area = window.document.createElement("textarea");
  area.innerHTML = label.replaceAll("ﬂ°°", "&#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";");
  return area.value.trim();
}

function labels({ type, db }) {
  if (type === "timeline") {
    return db.getTasks().flatMap((task) => [task.section, task.task, ...task.events]);
  }
  if (!db.getVertices) return []; // a chart: its numbers and axes are not asked for
  return [...db.getVertices().values()].flatMap((vertex) => vertex.text.split(/<br ?\/?>/));
}

async function verdict(source) {
  try {
    await mermaid.parse(source);
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(source);
    return { labels: labels(diagram).filter(Boolean).map(shown) };
  } catch (error) {
    return { error: String(error.message ?? error) };
  }
}

let input = "";
for await (const chunk of process.stdin) input += chunk;
const verdicts = [];
for (const source of JSON.parse(input)) verdicts.push(await verdict(source));
process.stdout.write(JSON.stringify(verdicts));
