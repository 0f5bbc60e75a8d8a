/// The words of a list.
func wordList(_ list: String) -> Set<String> {
  Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
}
