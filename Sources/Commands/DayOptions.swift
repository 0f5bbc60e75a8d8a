import ArgumentParser
import PolicyLibrary
import PolicyModel

/// On which day a command judges what is due or out of date.
struct DayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day on which it is judged what is due or out of date, such as 2024-04-18; today unless given.",
      valueName: "date"))
  var asAt: PartialDate?

  var judged: PartialDate { asAt ?? .today() }
}
