extension Register {
  /// An Act or instrument.
  public struct Legislation: Hashable, Sendable {
    /// How far an Act or instrument is law.
    public enum Status: String, Hashable, Sendable, CaseIterable {
      case inForce = "in-force"
      case inForceInPart = "in-force-in-part"
      case repealed
      case unknown
    }

    /// Where a law reaches.
    public enum Nation: String, Hashable, Sendable, CaseIterable {
      case england, wales, scotland
      case northernIreland = "northern-ireland"
    }

    /// As in `https://www.legislation.gov.uk/id/…`: `ukpga/1998/42`.
    public var identifier: String
    /// As clauses should cite it: `Human Rights Act 1998`.
    public var title: String
    /// Other titles under which it is recognised in a text.
    public var aliases: [String]
    /// Titles that are no Act's, under which it is cited by mistake: with another year, mostly.
    public var miscitedAs: [String]
    /// Years of other laws of the same title that the register does not hold: `2006`.
    public var otherYears: [String]
    /// How far it was law when the entry was last gone through.
    public var status: Status
    /// Where it reaches; empty where it is not recorded.
    public var extent: [Nation]
    /// What changed it that matters to policies, oldest first.
    public var effects: [Effect]
    /// Identifiers of what took its place.
    public var replacedBy: [String]
    /// What else readers should know of it; nil where there is nothing to say.
    public var note: String?
    /// What the entry rests on.
    public var evidence: Evidence

    public init(
      identifier: String, title: String, aliases: [String] = [], miscitedAs: [String] = [],
      otherYears: [String] = [], status: Status, extent: [Nation] = [], effects: [Effect] = [],
      replacedBy: [String] = [], note: String? = nil,
      evidence: Evidence = Evidence()
    ) {
      self.identifier = identifier
      self.title = title
      self.aliases = aliases
      self.miscitedAs = miscitedAs
      self.otherYears = otherYears
      self.status = status
      self.extent = extent
      self.effects = effects
      self.replacedBy = replacedBy
      self.note = note
      self.evidence = evidence
    }

    /// What repealed a provision; nil while it stands as far as the register knows.
    package func repeal(of provision: Provision) -> Effect? {
      effects.last { effect in
        effect.kind == .repeals && effect.provisions.contains { provision.isWithin($0) }
      }
    }

    /// What repealed the whole; nil where it is not recorded.
    package var repeal: Effect? { effects.last { $0.kind == .repeals && $0.provisions.isEmpty } }

    /// What repealed some of it, oldest first.
    package var partialRepeals: [Effect] { effects.filter { $0.kind == .repeals && !$0.provisions.isEmpty } }
  }

  /// A change that one Act made to another.
  public struct Effect: Hashable, Sendable {
    /// What one Act does to another.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case amends, inserts, repeals
    }

    /// What was done.
    public var kind: Kind
    /// What was changed; empty for the Act as a whole.
    public var provisions: [Provision]
    /// The Act that made the change; nil where it is not recorded.
    public var by: String?
    /// Since when; nil where it is not recorded.
    public var on: PartialDate?
    /// Where the change does not reach.
    public var except: [Legislation.Nation]
    /// Where what was repealed stands now.
    public var replacedBy: [LegislationPassage]
    /// What the change means for readers; nil where there is nothing to say.
    public var note: String?

    public init(
      _ kind: Kind, _ provisions: [Provision] = [], by: String? = nil, on: PartialDate? = nil,
      except: [Legislation.Nation] = [], replacedBy: [LegislationPassage] = [], note: String? = nil
    ) {
      self.kind = kind
      self.provisions = provisions
      self.by = by
      self.on = on
      self.except = except
      self.replacedBy = replacedBy
      self.note = note
    }
  }
}
