// Opens pages as readers do. Reads {"chromium": path, "profile": empty folder, "pages": {name: path}, "folder": path}
// from standard input, prints a list of what was seen: requests beyond the page, what its policy blocked, what the console
// said, links that lead nowhere, what axe finds wrong, how wide the page is, what sticks out of it. Prints each page into
// the folder as NAME-A4.pdf and NAME-Letter.pdf.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const SCREENS = [
  { screen: "desktop, light", width: 1280, height: 900, colorScheme: "light" },
  { screen: "desktop, dark", width: 1280, height: 900, colorScheme: "dark" },
  { screen: "phone, light", width: 390, height: 844, colorScheme: "light" },
  { screen: "narrow phone, dark", width: 320, height: 640, colorScheme: "dark" },
];
const QUIET = [
  "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
  "disable-component-update", "disable-sync",
];

const input = JSON.parse(readFileSync(0, "utf-8"));
const context = await chromium.launchPersistentContext(input.profile, {
  executablePath: input.chromium,
  headless: true,
  bypassCSP: false,
  args: QUIET.map((flag) => `--${flag}`),
});

// What reaches beyond the page, unless it stands in a box that scrolls.
function outside() {
  const width = document.documentElement.clientWidth;
  return [...document.body.querySelectorAll("*")]
    .filter((one) => one.checkVisibility() && !one.closest(".table, .rc-scroll, .skip, caption"))
    .filter((one) => one.getBoundingClientRect().right > width + 1)
    .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`);
}

// Cells that are a line of their own have all of its width.
function squeezed() {
  return [...document.querySelectorAll(".stacks td")]
    .filter((one) => getComputedStyle(one).display === "block" && one.offsetWidth > 0)
    .filter((one) => one.offsetWidth < one.closest("table").offsetWidth - 1)
    .map((one) => one.textContent.slice(0, 40));
}

// What leads to a place of the page that is not there.
function lost() {
  return [...document.querySelectorAll('a[href^="#"]')]
    .map((one) => one.getAttribute("href"))
    .filter((href) => !document.getElementById(decodeURIComponent(href.slice(1))));
}

function watch() {
  window.blocked = [];
  document.addEventListener("securitypolicyviolation", (event) => window.blocked.push(event.blockedURI));
}

// axe is put into the page by the driver, past the policy.
async function broken(page) {
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return violations.map((one) => `${one.id}: ${one.nodes[0].html} ${one.nodes[0].failureSummary}`);
}

async function look(name, path) {
  const page = await context.newPage();
  const url = pathToFileURL(path).href;
  const requests = [];
  const said = [];
  page.on("request", (request) => request.url() === url || requests.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: "load" });
  for (const format of ["A4", "Letter"]) {
    const file = `${input.folder}/${name}-${format}.pdf`;
    await page.pdf({ path: file, format, printBackground: true, preferCSSPageSize: true });
  }
  const screens = [];
  const client = await context.newCDPSession(page);
  for (const { screen, width, height, colorScheme } of SCREENS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    const sheets = await page.evaluate(() => document.styleSheets.length);
    const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
    screens.push({ screen, sheets, width, scrolled, outside: await page.evaluate(outside) });
    screens.at(-1).squeezed = await page.evaluate(squeezed);
  }
  const alone = { requests: [...requests], said: [...said], lost: await page.evaluate(lost) };
  alone.blocked = await page.evaluate(() => window.blocked);
  await client.send("Runtime.evaluate", { expression: AXE });
  for (const [place, { width, height, colorScheme }] of SCREENS.entries()) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height });
    screens[place].broken = await broken(page);
  }
  await page.close();
  return screens.map((one) => ({ name, ...alone, ...one }));
}

const seen = await Promise.all(Object.entries(input.pages).map(([name, path]) => look(name, path)));
await context.close();
process.stdout.write(JSON.stringify(seen.flat()));
