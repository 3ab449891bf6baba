// The editor, as a reader's keys find it; nothing of the book is built for it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { differences } from "../../theme/live/differences.js";
import { color } from "../../theme/live/rust.js";
import { browse, missing, ROOT } from "./book.js";
import { violations } from "./measure.js";

const skip = missing();
const KINDS = { css: "text/css", js: "text/javascript" };
const PAGE = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Editor</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="theme/page.css"><link rel="stylesheet" href="theme/listing.css"></head>
<body><header class="top"><a class="book-title" href="#content">The book</a></header><nav id="sidebar" aria-label="Contents"></nav>
<main id="content"><h1>Editor</h1><button>Before</button><figure class="listing edited" id="listing"><figcaption>A program</figcaption></figure><button>After</button></main></body></html>`;
const PROGRAM = 'fn main() {\n    let s = String::from("hi");\n    println!("{s}");\n}\n';

let server, browser, address;
before(async () => {
  if (skip) return;
  server = createServer(({ url }, response) => {
    const [, path, extension] = url.match(/^\/(theme\/[\w/-]+\.(\w+))$/) ?? [];
    response.setHeader("Content-Type", `${KINDS[extension] ?? "text/html"}; charset=utf-8`);
    // Names of other files as mdBook writes them.
    const text = path && readFileSync(`${ROOT}${path}`, "utf8").replace(/\{\{ resource "([^"]+)" \}\}/g, "/$1");
    response.end(text ?? PAGE);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  address = `http://127.0.0.1:${server.address().port}/`;
  browser = await browse();
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** A page with an editor, and what a test needs of it. */
async function edit(text = "", options = {}, original = text) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(address);
  await page.evaluate(async ([text, original]) => {
    const { makeEditor } = await import("/theme/live/editor.js");
    globalThis.editor = makeEditor({ text, original, label: "The program, to be edited" });
    document.getElementById("listing").append(editor.element);
    editor.focus();
    editor.field.setSelectionRange(0, 0);
  }, [text, original]);
  return {
    page,
    /** Text with `|` for the caret, or for both ends of what is selected. */
    async at(marked) {
      const [start, end = start] = [...marked.matchAll(/\|/g)].map(({ index }, nth) => index - nth);
      await page.evaluate(([text, start, end]) => {
        editor.value = text;
        editor.focus();
        editor.field.setSelectionRange(start, end);
      }, [marked.replaceAll("|", ""), start, end]);
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    /** The text as `at` takes it. */
    state: () => page.evaluate(() => {
      const { value, selectionStart: start, selectionEnd: end } = editor.field;
      const rest = start === end ? "" : `${value.slice(start, end)}|`;
      return `${value.slice(0, start)}|${rest}${value.slice(end)}`;
    }),
    value: () => page.evaluate(() => editor.value),
    layer: () => page.locator(".layers > pre").evaluate((pre) => pre.textContent),
    problems: (list) => page.evaluate((list) => editor.setProblems(list), list),
    async close() {
      assert.deepEqual(errors, []);
      await page.close();
    },
  };
}

/** A line with its colors: `k:let` for a keyword. */
function colors(line, state) {
  return color(line, state).parts.filter(([kind]) => kind).map(([kind, text]) => `${kind}:${text}`);
}

test("Rust has its colors", () => {
  assert.deepEqual(colors("let mut n: u32 = 0x1f_u32 + 1..2;"), ["k:let", "k:mut", "k:u32", "n:0x1f_u32", "n:1", "n:2"]);
  assert.deepEqual(colors("1.5e-3f64 x.0.1 1.max(2)"), ["n:1.5e-3f64", "n:0.1", "n:1", "f:max", "n:2"]);
  assert.deepEqual(colors("fn largest<T>(r#type: &'a str) -> Option<Self>"), ["k:fn", "f:largest", "t:T", "k:'a", "k:str", "t:Option", "t:Self"]);
  assert.deepEqual(colors("println!(x) != a!=b vec![MAX; true]"), ["f:println!", "f:vec!", "n:MAX", "n:true"]);
  assert.deepEqual(colors("f('a', b'\\'', '\\u{1F600}', '😀', '\\\\') 'b: loop"), ["f:f", "s:'a'", "s:b'\\''", "s:'\\u{1F600}'", "s:'😀'", "s:'\\\\'", "k:'b", "k:loop"]);
  assert.deepEqual(colors('b"x" c"y" br"z\\" r#"a"b"# "{{}} {n} \\" \\n"'), ['s:b"x"', 's:c"y"', 's:br"z\\"', 's:r#"a"b"#', 's:"{{}} ', "n:{n}", "s: ", 'n:\\"', "s: ", "n:\\n", 's:"']);
  assert.deepEqual(colors("a // /* b"), ["c:// /* b"]);
  assert.deepEqual(colors("/// doc 'a"), ["c:/// doc 'a"]);
});

test("a string or a comment goes on over lines", () => {
  const ends = [['"a', -1], ["/* /* */", 1], ["/* /* */ */", 0], ['r##"a"#', -4], ['r##"a"##', 0], ['r##"', -4], ["'a", 0], ["b'\\''", 0], ["r##", 0]];
  for (const [line, state] of ends) assert.equal(color(line).state, state, line);
  assert.deepEqual(colors('b" + 1', -1), ['s:b"', "n:1"]);
  assert.deepEqual(colors("a */ fn", 1), ["c:a */", "k:fn"]);
  assert.deepEqual(colors('a"# b"## + 1', -4), ['s:a"# b"##', "n:1"]);
});

test("whatever is typed is colored, to the letter and in linear time", () => {
  const odd = ["", "'", "''", "'''", "'\\", "b'", '"\\', '"{', "\\", "r#", "r#\"", "/*", "*/", "//", "0x", "1e", "😀", "\ud83d", "\udc00'", "'\ud83d", "\u2028//\u2028\r", "\0", "é́('a", "r#r#r#\"", "#![", "\u202e"];
  const long = ["'", '"', "/*", "*/", "r", "r#", "#", "{", '"{', '"{{', "\\", '"\\', "a", "a!", "a(", "1", "1.", "1e", "_", " ", "😀", "'a", "'\\u{", 'r#"', '"#', "/* ", "* ", "b'"].map((part) => part.repeat(65_536 / part.length));
  long.push(`r${"#".repeat(32_768)}"${'"#'.repeat(16_384)}`, `"${"{".repeat(65_535)}`);
  for (const line of [...odd, ...long]) {
    for (const state of [0, 1, -1, -2, -4]) {
      const began = performance.now();
      assert.equal(color(line, state).parts.map(([, text]) => text).join(""), line);
      assert.ok(performance.now() - began < 1000, `${line.slice(0, 8)} ${state}: ${performance.now() - began} ms`);
    }
  }
});

test("what differs from the page is told line by line", () => {
  const told = (old, now) => differences(old, now).map(({ removed, added }) => [removed.map(({ text }) => text).join(), added.map(({ text }) => text).join()]);
  assert.deepEqual(told("a\nb\nc\n", "a\nb\nc"), []);
  assert.deepEqual(told("a\nb\nc", "a\nx\nc"), [["b", "x"]]);
  assert.deepEqual(told("a\nb\nc\nd", "b\nc\ne\nd"), [["a", ""], ["", "e"]]);
  assert.deepEqual(told("a", ""), [["a", ""]]);
  assert.deepEqual(told("a\na\na", "a\na"), [["a", ""]]);
  assert.deepEqual(differences("a\nb", "a\nx\ny"), [{ removed: [{ line: 2, text: "b" }], added: [{ line: 2, text: "x" }, { line: 3, text: "y" }] }]);
  const many = Array.from({ length: 3000 }, (_, line) => `${line}`);
  const turned = differences(many.join("\n"), many.toReversed().join("\n"));
  assert.equal(turned.flatMap(({ removed }) => removed).length, 2999, "what is too long to compare is told all the same");
});

// What is there (`|` is the caret), the keys, and what is there then.
const KEYS = [
  ["a|b", ["Tab"], "a    |b"],
  ["a\n|b\nc|\nd", ["Tab"], "a\n    |b\n    c|\nd"],
  ["|a\n\nb\n|c", ["Tab"], "    |a\n\n    b\n|c"],
  ["        a|", ["Shift+Tab"], "    a|"],
  ["  |a\n\tb\n     c|", ["Shift+Tab"], "|a\nb\n c|"],
  ["    a|", ["Enter"], "    a\n    |"],
  ["    a {|", ["Enter"], "    a {\n        |"],
  ["f(|)", ["Enter"], "f(\n    |\n)"],
  ["// see (|", ["Enter"], "// see (\n|"],
  ["\n|x", ["Enter"], "\n\n|x"],
  ["    {\n        |", ["}"], "    {\n    }|"],
  ["    a|", ["}"], "    a}|"],
  ["  |", ["}"], "}|"],
  ["|", ["("], "(|)"],
  ["a[|]", ["("], "a[(|)]"],
  ["|a", ["("], "(|a"],
  ["let a = |;", ["["], "let a = [|];"],
  ['p!("|")', ["{"], 'p!("{|}")'],
  ["(|)", [")"], "()|"],
  ["{|}", ["}"], "{}|"],
  ["f(|)", ['"'], 'f("|")'],
  ['f("a|")', ['"'], 'f("a"|)'],
  ['f("|', ['"'], 'f(""|'],
  ['f("\\|")', ['"'], 'f("\\"|")'],
  ["a|", ['"'], 'a"|'],
  ["b|", ['"'], 'b"|"'],
  ["// a |", ['"'], '// a "|'],
  ["&|", ["'"], "&'|"],
  ["(|)", ["Backspace"], "|"],
  ["[{|}]", ["Backspace"], "[|]"],
  ['f("|")', ["Backspace"], "f(|)"],
  ['"a"|"b"', ["Backspace"], '"a|"b"'],
  ["(|]", ["Backspace"], "|]"],
  ["  a|", ["Control+/"], "  // a|"],
  ["  // a|", ["Control+/"], "  a|"],
  ["|    a\n\n  b|", ["Control+/"], "|  //   a\n\n  // b|"],
  ["a\n  // b|\nc", ["Control+/"], "a\n  b|\nc"],
  ["  |a\n", ["Control+/"], "  // |a\n"],
  ["|//a\n  // b|", ["Control+/"], "|a\n  b|"],
  ["|//a\nb|", ["Control+/"], "|// //a\n// b|"],
];

test("keys do what they do in an editor, and one undo takes it back", { skip }, async () => {
  const editor = await edit();
  for (const [before, keys, after] of KEYS) {
    await editor.at(before);
    await editor.press(...keys);
    assert.equal(await editor.state(), after, `${JSON.stringify(before)} ${keys}`);
    const text = before.replaceAll("|", "");
    assert.equal(await editor.layer(), `${after.replaceAll("|", "")}\n`);
    if (text === after.replaceAll("|", "")) continue;
    await editor.press("Control+z");
    assert.equal(await editor.value(), text, `${JSON.stringify(before)} ${keys}, undone`);
    assert.equal(await editor.layer(), `${text}\n`);
    await editor.press("Control+Shift+z");
    assert.equal(await editor.value(), after.replaceAll("|", ""), `${JSON.stringify(before)} ${keys}, done again`);
  }
  await editor.close();
});

test("what was typed before a key's edit stays when that is undone", { skip }, async () => {
  for (const [keys, before] of [[["Tab"], "ab"], [["Enter"], "ab"], [["("], "ab"], [["Control+/"], "ab"]]) {
    const editor = await edit();
    await editor.type("ab");
    await editor.press(...keys);
    assert.notEqual(await editor.value(), before);
    await editor.press("Control+z");
    assert.equal(await editor.value(), before, keys.join());
    await editor.close();
  }
});

test("a program that is typed comes out as one expects", { skip }, async () => {
  const editor = await edit();
  await editor.type('fn main() {\nlet v = vec![1];\nfor n in &v {\nprintln!("{n}");');
  assert.equal(await editor.value(), 'fn main() {\n    let v = vec![1];\n    for n in &v {\n        println!("{n}");\n    }\n}');
  await editor.close();
});

test("Escape, then Tab leaves the field; Tab alone does not", { skip }, async () => {
  const { page, press, value, at, close } = await edit();
  const active = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.tagName);
  await press("Tab", "Shift+Tab", "Shift+Tab");
  assert.equal(await active(), "TEXTAREA");
  await press("Escape", "ArrowLeft", "Tab");
  assert.equal(await value(), "    ", "another key between them calls it off");
  await press("Escape", "Tab");
  assert.equal(await active(), "After");
  await press("Shift+Tab");
  assert.equal(await active(), "TEXTAREA");
  await at("    a|");
  await press("Tab");
  assert.equal(await value(), "    a    ", "once is not for ever");
  await press("Escape", "Shift+Tab");
  assert.equal(await active(), "Before");
  const told = await page.locator("textarea").evaluate((field) => document.getElementById(field.getAttribute("aria-describedby")).textContent);
  assert.equal(told, "Tab indents; Esc, then Tab leaves.");
  await close();
});

test("what is pasted is colored and comes into sight, and is text whatever it is", { skip }, async () => {
  const { page, press, layer, value, close } = await edit("", { permissions: ["clipboard-read", "clipboard-write"], viewport: { width: 600, height: 500 } });
  const paste = async (text) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await press("Control+a", "Control+v");
    assert.equal(await value(), text);
    assert.equal(await layer(), `${text}\n`);
  };
  await paste("<img src=x onerror=alert(1)>\n<b>&amp;</b>");
  assert.equal(await page.locator(".layers :is(img, b)").count(), 0);
  await paste(`let a = "${"long ".repeat(60)}";`);
  const sight = () => page.evaluate(() => {
    const { field, element } = editor;
    const { right, bottom, left } = element.querySelector(".layers > pre > code").lastChild.lastElementChild.getBoundingClientRect();
    const box = element.querySelector(".scroller").getBoundingClientRect();
    return { shifted: [field.scrollLeft, field.scrollTop], across: right <= box.right && left >= box.left, down: bottom <= innerHeight };
  });
  assert.deepEqual(await sight(), { shifted: [0, 0], across: true, down: true }, "the end of a long line");
  await paste(Array.from({ length: 200 }, (_, line) => `line(${line});`).join("\n"));
  assert.deepEqual(await sight(), { shifted: [0, 0], across: true, down: true }, "the last of many lines");
  assert.equal(await page.locator(".gutter > span").last().textContent(), "200");
  await press("Control+z");
  assert.match(await layer(), /^let a/);
  assert.equal(await page.locator(".gutter > span").count(), 1);
  await press("End");
  await page.keyboard.type("x".repeat(30));
  assert.deepEqual((await sight()).shifted, [0, 0]);
  assert.ok((await sight()).across, "what is typed at the end of a long line");
  await press("Home");
  assert.equal(await page.locator(".scroller").evaluate(({ scrollLeft }) => scrollLeft), 0);
  await close();
});

test("letters that are composed come through", { skip }, async () => {
  const { page, at, value, layer, press, close } = await edit();
  await at("// |");
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "かん", selectionStart: 2, selectionEnd: 2 });
  assert.equal(await layer(), "// かん\n", "it is seen while it is composed");
  await page.evaluate(() => editor.field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true })));
  await page.evaluate(() => editor.field.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", keyCode: 229, bubbles: true, cancelable: true })));
  assert.equal(await value(), "// かん", "its keys are not the editor's");
  await session.send("Input.insertText", { text: "漢" });
  assert.equal(await value(), "// 漢");
  assert.equal(await layer(), "// 漢\n");
  await press("Enter");
  assert.equal(await value(), "// 漢\n");
  await close();
});

const MOVED = { line: 3, column: 16, endLine: 3, endColumn: 17, message: "borrow of moved value: `s`", level: "error" };
const UNUSED = { line: 2, column: 9, endLine: 2, endColumn: 10, message: "unused variable: `s`", level: "warning" };

test("problems stand where they are, and nowhere once their line has changed", { skip }, async () => {
  const { page, problems, type, press, close } = await edit(PROGRAM);
  const marks = () => page.locator(".wave").evaluateAll((waves) => waves.map(({ textContent, className }) => `${textContent} ${className.trim()}`));
  const gutter = () => page.locator(".gutter [data-level]").evaluateAll((numbers) => numbers.map((number) => `${getComputedStyle(number, "::before").content} ${number.textContent} ${number.title}`));
  const told = () => page.getByRole("status").textContent();
  const invalid = () => page.locator("textarea").getAttribute("aria-invalid");
  const caret = (line) => page.evaluate((line) => {
    const place = editor.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1);
    editor.field.setSelectionRange(place, place);
    return new Promise((done) => setTimeout(done, 50));
  }, line);
  assert.equal(await invalid(), null);
  await problems([UNUSED]);
  assert.equal(await invalid(), null, "a warning is no error");
  await problems([UNUSED, MOVED]);
  assert.equal(await invalid(), "true");
  assert.deepEqual(await marks(), ["s wave warning", "s n wave error"]);
  assert.deepEqual(await gutter(), ['"! " 2 unused variable: `s`', '"✗ " 3 borrow of moved value: `s`']);
  assert.equal(await told(), "");
  await caret(3);
  assert.equal(await told(), "✗ borrow of moved value: `s`");
  await press("ArrowUp");
  await page.waitForTimeout(50);
  assert.equal(await told(), "! unused variable: `s`");
  // The line with the error is changed: what was said before it stays.
  await caret(3);
  await type("x");
  assert.deepEqual(await marks(), ["s wave warning"]);
  assert.equal(await invalid(), null);
  assert.equal(await told(), "");
  await press("Control+z");
  assert.deepEqual(await marks(), ["s wave warning"], "undo brings no old message back");
  await problems([UNUSED, MOVED]);
  await caret(1);
  await press("Enter");
  assert.deepEqual(await marks(), []);
  assert.deepEqual(await gutter(), []);
  await close();
});

test("problems may lie anywhere", { skip }, async () => {
  const { page, problems, type, close } = await edit("let a = \"😀é\" + b\nif a {\n\n    b\n}");
  const marks = async (problem) => {
    await problems([{ level: "error", message: "m", ...problem }]);
    return page.locator(".wave").evaluateAll((waves) => waves.map(({ textContent }) => textContent).join("|"));
  };
  assert.equal(await marks({ line: 1, column: 16, endLine: 1, endColumn: 17 }), "b", "columns are characters");
  assert.equal(await marks({ line: 1, column: 5, endLine: 1, endColumn: 12 }), 'a = |"😀é', "over parts of several colors");
  assert.equal(await marks({ line: 1, column: 17, endLine: 1, endColumn: 17 }), " ", "behind the end");
  assert.equal(await marks({ line: 2, column: 6, endLine: 5, endColumn: 2 }), "{|b|}", "over several lines");
  await type("x");
  assert.equal(await page.locator(".wave").count(), 0);
  assert.equal(await marks({ line: 2, column: 4, endLine: 3, endColumn: 1 }), "a {", "to the end of a line");
  await page.evaluate(() => {
    const place = editor.value.indexOf("    b");
    editor.field.setSelectionRange(place, place);
  });
  await type("y");
  assert.equal(await page.locator(".wave").count(), 1, "what ends before a change stays");
  await marks({ line: 2, column: 4, endLine: 4, endColumn: 2 });
  await type("z");
  assert.equal(await page.locator(".wave").count(), 0, "what reaches into a change goes");
  assert.equal(await marks({ line: 0, column: 0, endLine: 90, endColumn: 90 }) !== "", true);
  assert.equal(await marks({ line: 90, column: 90, endLine: 1, endColumn: 1 }), " ");
  assert.equal(await marks({ line: 2, column: 1 }), "i");
  await problems([{ line: 1, column: 5, message: "w", level: "warning" }, { line: 1, column: 5, message: "e", level: "error" }]);
  assert.match(await page.locator(".wave").getAttribute("class"), /error/, "the error is seen");
  assert.equal(await page.locator(".gutter [data-level='error']").getAttribute("title"), "e\nw");
  await close();
});

test("what differs is counted and shown below, and kept up to date", { skip }, async () => {
  const { page, type, press, close } = await edit(PROGRAM);
  const differs = page.locator(".differs");
  assert.ok(!(await differs.isVisible()));
  await type("// a\n");
  await page.getByText("1 line differs from the page").click();
  assert.equal(await differs.locator("ins").innerText(), "+ // a\n");
  await page.locator("textarea").focus();
  await press("Control+End", "ArrowUp", "ArrowUp", "End");
  await type("// <b>");
  await page.getByText("2 lines differ from the page").waitFor();
  assert.deepEqual(await differs.locator("del, ins").evaluateAll((lines) => lines.map(({ textContent }) => textContent)), ["+ // a\n", '−     println!("{s}");\n', '+     println!("{s}");// <b>\n']);
  await page.evaluate((text) => (editor.value = text), PROGRAM);
  assert.ok(!(await differs.isVisible()));
  await close();
});

// What sets the layers apart is their colors: without these they are the same picture.
const FIELD_ALONE = ".live-editor textarea { -webkit-text-fill-color: #000 !important } .live-editor pre { visibility: hidden !important }";
const LAYER_ALONE = ".live-editor pre span { color: #000 !important; font-weight: inherit !important; font-style: inherit !important }";
const PLAIN = ".live-editor :is(.program-field, .scroller) { background: #fff !important; outline: 0 !important }";

// Edges of letters are shaded a little otherwise where a color begins; one that is elsewhere is black on white.
const HALF = 128;

/** Of the editor, the part that is in the window. */
function sight(page) {
  return page.locator(".scroller").evaluate((scroller) => {
    const { x, y, width, bottom } = scroller.getBoundingClientRect();
    const top = Math.max(0, y);
    return { x, y: top, width, height: Math.min(innerHeight, bottom) - top };
  });
}

/** How far two pictures differ where they differ most, of 255. */
function contrast(page, pictures) {
  return page.evaluate(async (pictures) => {
    const [one, other] = await Promise.all(pictures.map(async (picture) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      canvas.drawImage(bitmap, 0, 0);
      return canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
    }));
    if (!one.some((value) => value < 100)) return "nothing is seen";
    return one.reduce((most, value, at) => Math.max(most, Math.abs(value - other[at])), 0);
  }, pictures);
}

for (const [device, options] of Object.entries({ "a desk": {}, "a phone": { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } })) {
  test(`letters of field and layer are in one place on ${device}`, { skip }, async () => {
    const lines = Array.from({ length: 260 }, (_, line) => `    let mut name_${line}: &'static str = "text {}"; // fi → é́ 漢 😀 and\tso on`);
    lines[100] = `fn long() { ${'call("of many", 1, words); '.repeat(40)} }`;
    const { page, close } = await edit(lines.join("\n"), options);
    const box = (line, column) => page.evaluate(([line, column]) => {
      const walker = document.createTreeWalker(editor.element.querySelector(".layers > pre > code").children[line], NodeFilter.SHOW_TEXT);
      let rest = column;
      while (rest >= walker.nextNode().length) rest -= walker.currentNode.length;
      const range = document.createRange();
      range.setStart(walker.currentNode, rest);
      range.setEnd(walker.currentNode, rest + 1);
      const { left, top, height } = range.getBoundingClientRect();
      const number = editor.element.querySelector(".gutter").children[line].getBoundingClientRect();
      return { left, middle: top + height / 2, number: number.top + number.height / 2 };
    }, [line, column]);
    // A letter near both ends of a line, at the top, in a line that is scrolled, and at the bottom.
    for (const [line, column] of [[0, 4], [0, 60], [100, lines[100].length - 3], [255, 4], [255, 60]]) {
      await page.evaluate(([line, column, lines]) => {
        const place = lines.slice(0, line).join("\n").length + (line > 0) + column;
        editor.field.setSelectionRange(place, place);
        const row = editor.element.querySelector(".layers > pre > code").children[line];
        row.scrollIntoView({ block: "center", behavior: "instant" });
        editor.element.querySelector(".scroller").scrollLeft = { 4: 0, 60: 200 }[column] ?? 1e6;
      }, [line, column, lines]);
      const colored = await box(line, column);
      const plain = await page.addStyleTag({ content: PLAIN });
      const pictures = [];
      for (const content of [FIELD_ALONE, LAYER_ALONE]) {
        const style = await page.addStyleTag({ content });
        if (content === LAYER_ALONE) {
          const bare = await box(line, column);
          assert.ok(Math.abs(bare.left - colored.left) < 0.1, `weight and slant move column ${column} by ${bare.left - colored.left}`);
          assert.ok(Math.abs(bare.middle - bare.number) < 2, `number of line ${line}: ${bare.middle - bare.number}`);
        }
        pictures.push((await page.screenshot({ clip: await sight(page) })).toString("base64"));
        await style.evaluate((style) => style.remove());
      }
      await plain.evaluate((style) => style.remove());
      const most = await contrast(page, pictures);
      assert.ok(most < HALF, `line ${line}, column ${column}: ${most}`);
    }
    await close();
  });
}

test("the field tells what is seen of it: caret, selection, size", { skip }, async () => {
  for (const colorScheme of ["light", "dark"]) {
    const { page, close } = await edit(PROGRAM, { colorScheme });
    const { caret, fill, selection, ink } = await page.locator("textarea").evaluate((field) => {
      const { caretColor: caret, webkitTextFillColor: fill } = getComputedStyle(field);
      return { caret, fill, selection: getComputedStyle(field, "::selection").backgroundColor, ink: getComputedStyle(document.body).color };
    });
    assert.equal(caret, ink);
    assert.equal(fill, "rgba(0, 0, 0, 0)");
    assert.match(selection, /0\.3/);
    await close();
  }
  const { page, problems, close } = await edit(PROGRAM, { forcedColors: "active" });
  await problems([MOVED]);
  assert.ok(await page.locator("textarea").evaluate((field) => getComputedStyle(field).webkitTextFillColor === getComputedStyle(document.body).color), "forced colors show the field itself");
  assert.equal(await page.locator(".layers .k").first().isVisible(), false);
  assert.equal(await page.locator(".wave").first().isVisible(), true);
  await close();
  const phone = await edit(PROGRAM, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const sizes = await phone.page.locator(".live-editor :is(textarea, .layers code, .k, .gutter span)").evaluateAll((layers) => layers.map((layer) => parseFloat(getComputedStyle(layer).fontSize)));
  assert.deepEqual([...new Set(sizes)], [16]);
  await phone.close();
});

for (const [theme, options] of Object.entries({ light: { colorScheme: "light" }, dark: { colorScheme: "dark" }, "forced colors": { forcedColors: "active" } })) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing at the editor, ${theme}, ${width} px, and nothing is too wide`, { skip }, async () => {
      const { page, problems, close } = await edit(`${PROGRAM}// ${"long ".repeat(60)}\n`, { viewport: { width, height: 800 }, ...options }, "fn main() {}\n");
      await problems([UNUSED, MOVED]);
      await page.evaluate(() => editor.field.setSelectionRange(50, 50));
      await page.locator(".differs summary").click();
      await page.locator("textarea").focus();
      assert.deepEqual(await violations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await close();
    });
  }
}

test("a long program is colored again within a frame", { skip }, async () => {
  const program = Array.from({ length: 1000 }, (_, line) => `    let name_${line}: Vec<String> = vec![String::from("text {}"), other(${line})]; // why`).join("\n");
  const { page, layer, value, close } = await edit(program);
  const times = await page.evaluate((program) => {
    const { field, element } = editor;
    const place = program.split("\n").slice(0, 500).join("\n").length + 1;
    // The least of many, since this machine may have other work; with the layout that follows.
    const least = (text) => Math.min(...Array.from({ length: 30 }, () => {
      const began = performance.now();
      document.execCommand("insertText", false, text);
      element.getBoundingClientRect();
      return performance.now() - began;
    }));
    field.setSelectionRange(place, place);
    return { letter: least("x"), line: least("\n"), widest: (field.setSelectionRange(50, 50), least("wide, wide, wide, ")) };
  }, program);
  assert.ok(Object.values(times).every((time) => time < 16), JSON.stringify(times));
  assert.equal(await layer(), `${await value()}\n`);
  await close();
});

test("states are carried on, and no further than they reach", { skip }, async () => {
  const editor = await edit("a\nlet b\nlet c */\nlet d");
  const keywords = () => editor.page.locator(".layers .k").evaluateAll((words) => words.length);
  assert.equal(await keywords(), 3);
  await editor.type("/*");
  assert.equal(await keywords(), 1);
  await editor.press("Backspace");
  assert.equal(await keywords(), 3);
  await editor.close();
});

test("the rest of the editor's interface", { skip }, async () => {
  const { page, type, close } = await edit("a", {}, "b");
  const got = await page.evaluate(() => {
    globalThis.heard = [];
    editor.onInput((text) => heard.push(text));
    editor.value = "c\r\nd";
    return [editor.value, heard.length, editor.field.getAttribute("aria-label"), editor.element.querySelector("summary").textContent];
  });
  assert.deepEqual(got, ["c\nd", 0, "The program, to be edited", "2 lines differ from the page"]);
  await page.evaluate(() => editor.field.setSelectionRange(0, 0));
  await type("x");
  assert.deepEqual(await page.evaluate(() => heard), ["xc\nd"]);
  // Some browsers tell of the caret first, and then of the text.
  await page.evaluate(() => {
    editor.field.setRangeText("\n".repeat(9), 0, 0, "end");
    document.dispatchEvent(new Event("selectionchange"));
    editor.value = "xc\nd";
    editor.field.setSelectionRange(1, 1);
  });
  // Where a browser has no such command, the field is changed all the same.
  await page.evaluate(() => (document.execCommand = () => false));
  await page.keyboard.press("Tab");
  assert.deepEqual(await page.evaluate(() => heard.at(-1)), "x    c\nd");
  assert.equal(await page.locator("link[href$='theme/live/editor.css']").count(), 1);
  await page.evaluate(() => editor.destroy());
  assert.equal(await page.locator(".live-editor").count(), 0);
  await close();
});
