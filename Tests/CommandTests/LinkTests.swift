import Foundation
import Testing

/// A workspace put together of links, and files that a whole office may write.
@Suite struct LinkTests {
  @Test func storingKeepsTheLinkAndWhoMayWrite() throws {
    try Writing.inWorkspace { workspace in
      let steps = """
        mv Policies/county/uniform/draft.md ../shared.md && chmod 664 ../shared.md
        ln -s ../../../../shared.md Policies/county/uniform/draft.md
        clausebook format > /dev/null
        test -L Policies/county/uniform/draft.md && stat --format=%a ../shared.md
        grep --quiet '^[*] ' ../shared.md || echo mended
        """
      let answer = try Shell.run("umask 022\n" + steps, in: workspace)
      #expect(answer == "664\nmended")
    }
  }

  @Test func aLinkedOrganisationIsAsGoodAsAnother() throws {
    try Writing.inWorkspace { workspace in
      let before = try Shell.run("clausebook status --as-at 2028-01-01", in: workspace)
      _ = try Shell.run("mv Policies/county ../county && ln -s ../../county Policies/county", in: workspace)
      #expect(try Shell.run("clausebook status --as-at 2028-01-01", in: workspace) == before)
    }
  }

  @Test(arguments: ["county", "county/uniform"])
  func aLinkToWhatIsGoneIsNoEmptyFolder(folder: String) throws {
    try Writing.inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      _ = try Shell.run(
        "mv Policies/\(folder) ../gone && ln -s \(workspace.path)/nowhere Policies/\(folder)", in: workspace)
      let answer = try Shell.run("clausebook publish", in: workspace)
      #expect(answer.contains("Policies/\(folder): this link leads to nothing") && answer.hasSuffix("[exit 2]"))
      #expect(try Shell.run("test -e Output/county/uniform/2.0.html && echo there", in: workspace) == "there")
    }
  }
}
