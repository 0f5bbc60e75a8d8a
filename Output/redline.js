// Adds to a redline what its page alone cannot do: show the changes of some classes only.
// Nothing is sent anywhere, and nothing here is needed to read the page.
"use strict"

const duties = ["stronger", "weaker"]
const parts = [...document.querySelectorAll("[data-classes]")]
const changes = parts.filter((part) => part.matches(".changes > *"))
const boxes = []
const status = document.createElement("output") // a role=status of its own, and no text until it has something to say

function show() {
  const chosen = boxes.filter((box) => box.checked).map((box) => box.value)
  for (const part of parts) part.hidden = !part.dataset.classes.split(" ").some((name) => chosen.includes(name))
  for (const group of document.querySelectorAll(".duties > ul")) group.classList.toggle("none", !group.querySelector("li:not([hidden])"))
  const shown = changes.filter((change) => !change.hidden).length
  status.textContent = shown === changes.length ? `All ${shown} changes shown` : `${shown} of ${changes.length} changes shown`
}

function choose(isChosen) {
  for (const box of boxes) box.checked = isChosen(box.value)
  show()
}

function button(name, isChosen) {
  const input = document.createElement("input")
  Object.assign(input, { type: "button", value: name, onclick: () => choose(isChosen) })
  return input
}

function box(entry) {
  const input = document.createElement("input")
  Object.assign(input, { type: "checkbox", value: entry.dataset.class, checked: true, autocomplete: "off", onchange: show })
  const label = document.createElement("label")
  const tally = entry.querySelector(".tally")
  label.className = "tally"
  label.append(input, ...tally.childNodes)
  tally.replaceWith(label)
  boxes.push(input)
}

const counts = document.querySelector(".counts > ul")
counts.querySelectorAll("li:not(.zero)").forEach(box)
const filters = document.createElement("fieldset")
filters.setAttribute("aria-labelledby", "page_counts")
counts.replaceWith(filters)
const actions = document.createElement("div")
actions.className = "actions"
actions.append(
  button("Show all", () => true),
  button("Show only duties", (name) => duties.includes(name)),
  status
)
filters.append(counts, actions)

// A link to a change that is not shown shows it.
addEventListener("hashchange", () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target?.hidden) return
  choose(() => true)
  target.scrollIntoView()
})
