import Testing

@testable import Publishing

/// The language of templates, by the examples of the Mustache manual that matter to pages and documents.
@Suite struct MustacheTests {
  @Test(arguments: [
    ("a {{b}} c", "a 1 &lt; 2 c"),
    ("{{{b}}}{{&b}}{{ b }}", "1 < 21 < 21 &lt; 2"),
    ("{{missing}}{{p.missing}}{{p.q.r}}", ""),
    ("{{p.q}} {{#p}}{{q}} {{b}}{{/p}}", "deep deep 1 &lt; 2"),
    ("{{#yes}}yes{{/yes}}{{#no}}no{{/no}}{{#missing}}no{{/missing}}", "yes"),
    ("{{^yes}}no{{/yes}}{{^no}}yes{{/no}}{{^missing}}yes{{/missing}}{{^none}}yes{{/none}}", "yesyesyes"),
    ("{{#names}}({{.}}){{/names}}{{#none}}no{{/none}}", "(Ann)(Bob)"),
    ("{{#rows}}{{n}}{{^rest}},{{/rest}}{{/rows}}", "1,2,"),
    ("{{! a remark }}a{{!another}}", "a"),
    ("{{#empty}}[{{.}}]{{/empty}}", "[]"),
    // A tag that is no value and has a line to itself leaves no line.
    ("a\n  {{#yes}}  \nb\n{{/yes}}\nc", "a\nb\nc"),
    ("a\r\n{{! remark }}\r\nb", "a\r\nb"),
    ("{{#yes}}\n{{/yes}}", ""),
    ("a {{#yes}}\nb\n{{/yes}} c", "a \nb\n c"),
    ("  {{p.q}}\n", "  deep\n"),
    // Nor does a partial, and what stands before it stands before each of its lines.
    ("a\n  {{> lines}}\nb", "a\n  1 < 2\n  second\nb"),
    ("a {{> lines}} b", "a 1 < 2\nsecond\n b"),
    ("{{> missing}}", ""),
  ])
  func fills(_ template: String, _ expected: String) throws {
    let values: TemplateValues = [
      "b": "1 < 2", "p": ["q": "deep", "b": nil], "yes": true, "no": false, "names": ["Ann", "Bob"], "none": [],
      "rows": [["n": "1"], ["n": "2"]], "empty": "",
    ]
    let lines = try MustacheTemplate("{{{b}}}\nsecond\n", escaping: .html)
    let filled = try MustacheTemplate(template, escaping: .html).filled(with: values, among: ["lines": lines])
      .text
    #expect(filled == expected)
  }

  @Test func whatIsNotThereHidesNothing() throws {
    let values = (["a": "first", "b": "first"] as TemplateValues).joined(with: ["a": nil, "b": "second"])
    let filled = try MustacheTemplate("{{a}} {{b}}", escaping: .html).filled(with: values, among: [:]).text
    #expect(filled == "first second")
  }

  @Test func escapesByTheKindOfEachTemplate() throws {
    let page = try MustacheTemplate("{{b}} {{> part}} {{b}}", escaping: .html)
    let part = try MustacheTemplate("{{b}}", escaping: .md)
    let filled = page.filled(with: ["b": "*<"], among: ["part": part]).text
    #expect(filled == "*&lt; \\*\\< *&lt;")
  }

  @Test func leavesOutAPartialInsideItself() throws {
    let loop = try MustacheTemplate("a{{> loop}}{{> loop}}", escaping: .html)
    let filled = loop.filled(with: [:], among: ["loop": loop]).text
    #expect(filled == "aaa")
  }

  @Test(arguments: [
    ("a{{#b}}", 1), ("{{#b}}{{/c}}", 6), ("ab{{/c}}", 2), ("a {{b", 2), ("{{{b}}", 0), ("{{b c}}", 0), ("{{}}", 0),
    ("{{#b..c}}", 0),
  ])
  func saysWhereATemplateIsBroken(_ template: String, _ offset: Int) {
    #expect {
      try MustacheTemplate(template, escaping: .html)
    } throws: { ($0 as? MustacheFailure)?.offset == offset }
  }
}
