import PolicyModel
import Reading
import Testing

/// Two lines that are one and the same but for what their terms stand for.
@Suite struct TermSubstitutionTests {
  private func substitutions(
    from old: String, to new: String, _ oldTerms: [String: String] = [:], _ newTerms: [String: String] = [:]
  ) -> [String]? {
    termSubstitutions(
      from: tokens(of: Text(old)), to: tokens(of: Text(new)),
      oldTerms: TermPhrases(oldTerms.mapValues { TermValue($0) }),
      newTerms: TermPhrases(newTerms.mapValues { TermValue($0) })
    )?.map { "\($0.terms.joined(separator: ", ")): \($0.old) → \($0.new)" }
  }

  @Test func aTermThatTookAnotherValueIsToldOnce() {
    let found = substitutions(
      from: "Ask the Head, or ring the Head.", to: "Ask the Principal, or ring the Principal.", ["head": "the Head"],
      ["head": "the Principal"])
    #expect(found == ["head: the Head → the Principal"])
  }

  @Test func otherWordsAreNoTerms() {
    #expect(
      substitutions(from: "Ask the Head.", to: "Tell the Head.", ["head": "the Head"], ["head": "the Head"]) == nil)
    #expect(substitutions(from: "Ask the Head.", to: "Ask the Head.") == [])
  }

  @Test func aValueThatBeginsAsAnotherDoesIsReadOnToItsEnd() {
    let found = substitutions(
      from: "Ask the Head of School.", to: "Ask the Head of Year.", ["head": "the Head", "lead": "the Head of School"],
      ["head": "the Head", "lead": "the Head of Year"])
    #expect(found == ["lead: the Head of School → the Head of Year"])
  }

  @Test func whereTwoTermsHaveTheSameValuesEitherMayBeMeant() {
    let found = substitutions(
      from: "Ask the Council.", to: "Ask the school.", ["authority": "the Council", "employer": "the Council"],
      ["authority": "the school", "employer": "the school"])
    #expect(found == ["authority, employer: the Council → the school"])
  }

  @Test func aLineHasMoreWordsThanTheProgramCanCallItself() {
    let line = String(repeating: "a ", count: 200_000)
    #expect(substitutions(from: line + "so", to: line + "thus") == nil)
    #expect(substitutions(from: line + "so", to: line + "thus", ["end": "so"], ["end": "thus"]) == ["end: so → thus"])
  }

  @Test func aValueThatRepeatsItselfIsNotReadInEveryWay() {
    let line = String(repeating: "x ", count: 20_000)
    #expect(substitutions(from: line + "so", to: line + "thus", ["end": "x"], ["end": "x x"]) == nil)
  }
}
