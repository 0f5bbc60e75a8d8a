// Adds to a form what its page alone cannot do: print it without the rest, and keep the answers in a file.
// Nothing is sent anywhere, and nothing here is needed to read or fill in the page.
"use strict"

const words = (element) => element.innerText.replace(/\s+/g, " ").trim()
const label = (input) => (input.labels.length ? words(input.labels[0]) : input.getAttribute("aria-label"))

function answer(input) {
  if (input.type === "checkbox" || input.type === "radio") return `[${input.checked ? "x" : " "}] ${label(input)}`
  if (!input.labels.length) return input.value && `    ${input.value}` // what an option asks to be said
  const value = input.type === "date" && input.value ? input.valueAsDate.toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" }) : input.value
  return `${label(input).replace(/[^:?.]$/, "$&:")} ${value.includes("\n") ? `\n${value}` : value}`
}

const name = (form) => words(document.getElementById(form.getAttribute("aria-labelledby")))

function answers(form) {
  const lines = [...form.querySelectorAll("legend, input:not([type=button]), textarea")].map((part) =>
    part.localName === "legend" ? `\n${words(part)}${part.querySelector("h3, h4, h5, h6") ? `\n${"-".repeat(words(part).length)}` : ""}` : answer(part)
  )
  return [document.title, name(form), ...lines.filter(Boolean), ""].join("\n")
}

function save(form) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([answers(form)], { type: "text/plain;charset=utf-8" }))
  link.download = `${document.querySelector("h1").innerText} - ${name(form)} - answers.txt`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}

function printAlone(form) {
  const section = form.closest(".form")
  section.classList.add("alone")
  addEventListener("afterprint", () => section.classList.remove("alone"), { once: true })
  window.print()
}

function button(name, action) {
  const input = document.createElement("input")
  Object.assign(input, { type: "button", value: name, onclick: action })
  return input
}

for (const form of document.querySelectorAll("form.approval")) {
  const actions = document.createElement("div")
  actions.className = "actions"
  actions.append(
    button("Print this form", () => printAlone(form)),
    button("Save the answers", () => save(form))
  )
  form.append(actions)
}
