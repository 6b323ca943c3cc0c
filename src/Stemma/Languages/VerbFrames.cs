using System.Collections.Frozen;
using System.Globalization;

namespace Stemma.Languages;

/// <summary>What a verb can bring in beside what its sense tells; see cue-frames.tsv.</summary>
[Flags]
internal enum VerbUses : byte
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>Brings in nobody's words, whatever clause follows: "make".</summary>
    Never = 1,

    /// <summary>Brings in words.</summary>
    Say = 1 << 1,

    /// <summary>An infinitive tells what somebody wants: "vowed to fight".</summary>
    Infinitive = 1 << 2,

    /// <summary>An infinitive tells what somebody wants of another: "urged them to stay".</summary>
    Order = 1 << 3,

    /// <summary>Its object is what it is about: "backed the plan".</summary>
    Object = 1 << 4,

    /// <summary>Its object is not what it is about, though it is a verb of talk: "read the paper".</summary>
    NoObject = 1 << 5,
}

/// <summary>What is known of a verb that may bring in words, thoughts or wishes.</summary>
/// <param name="Cue">What cues.tsv calls it, null where it is not there.</param>
/// <param name="Communication">Percent of its uses that tell of talk.</param>
/// <param name="Cognition">Percent of its uses that tell of thought.</param>
/// <param name="Emotion">Percent of its uses that tell of a feeling.</param>
/// <param name="Perception">Percent of its uses that tell of perceiving.</param>
/// <param name="Uses">Its uses.</param>
/// <param name="Prepositions">The prepositions that bring in what it is about.</param>
internal readonly record struct VerbFrame(CueClass? Cue, byte Communication, byte Cognition, byte Emotion, byte Perception, VerbUses Uses, string[] Prepositions)
{
    /// <summary>In percent: from here on a sense is the verb's usual one. Set by reasoning; .5 to .7 did equally well on news.</summary>
    private const int Usual = 60, Half = 50;

    /// <summary>In percent: a verb with a clause brings in somebody's mind from here on.</summary>
    private const int Some = 30;

    /// <summary>True for a verb and the word behind it: "put it".</summary>
    public bool IsPair { get; init; }

    /// <summary>True where the verb does what this asks.</summary>
    public bool Has(VerbUses uses) => (Uses & uses) != VerbUses.None;

    /// <summary>True for verbs that give words: "said", "announced".</summary>
    public bool Tells => !Has(VerbUses.Never) && (Cue is CueClass.Say or CueClass.Manner || Communication >= Usual || Has(VerbUses.Say));

    /// <summary>True for verbs of speech, thought, feeling or judgement.</summary>
    public bool Minds => !Has(VerbUses.Never) && (Cue is not null || Communication + Cognition >= Half || Emotion >= Half || Has(VerbUses.Say));

    /// <summary>True where a clause that the verb needs is somebody's words or thought.</summary>
    public bool TakesClause => Minds || (!Has(VerbUses.Never) && Communication + Cognition + Emotion + Perception >= Some);

    /// <summary>True where the verb brings in somebody's mind in any way.</summary>
    public bool BringsIn => TakesClause || TakesObject || (!Has(VerbUses.Never) && (Has(VerbUses.Infinitive | VerbUses.Order) || Prepositions.Length > 0));

    /// <summary>True where the verb's object is what somebody talks about, praises or wants.</summary>
    public bool TakesObject => !Has(VerbUses.Never | VerbUses.NoObject) && (Cue == CueClass.Name || Communication >= Usual || Emotion >= Half || Has(VerbUses.Object));
}

/// <summary>What is known of verbs that may bring in somebody's words, thoughts or wishes. Immutable.</summary>
internal sealed class VerbFrames
{
    private static readonly Lazy<VerbFrames> s_english = new(() => new VerbFrames("En"));

    private readonly FrozenDictionary<string, VerbFrame> _frames;
    private readonly FrozenSet<string> _pairs;

    private VerbFrames(string language)
    {
        var frames = new Dictionary<string, VerbFrame>(StringComparer.Ordinal);
        foreach (string[] row in TableFile.Rows(language + "/verb-fields.tsv.gz"))
            frames[row[0]] = new VerbFrame(null, Percent(row[1]), Percent(row[2]), Percent(row[3]), Percent(row[4]), VerbUses.None, []);
        foreach (string[] row in TableFile.Rows(language + "/cues.tsv"))
            frames[row[0]] = Of(frames, row[0]) with { Cue = Enum.Parse<CueClass>(row[5], ignoreCase: true) };
        foreach (string[] row in TableFile.Rows(language + "/cue-frames.tsv"))
        {
            VerbUses uses = VerbUses.None;
            foreach (string use in Words(row[1]))
                uses |= Enum.Parse<VerbUses>(use.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            frames[row[0]] = Of(frames, row[0]) with { Uses = uses, Prepositions = Words(row[2]), IsPair = row[0].Contains(' ', StringComparison.Ordinal) };
        }
        _pairs = frames.Keys.Where(k => k.Contains(' ', StringComparison.Ordinal)).Select(k => k[..k.IndexOf(' ', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);
        _frames = frames.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The frames of English verbs; read when they are first asked for.</summary>
    public static VerbFrames English => s_english.Value;

    /// <summary>What is known of the verb in its base form, null where it is in no table.</summary>
    public VerbFrame? Of(string verb) => _frames.TryGetValue(verb, out VerbFrame frame) ? frame : null;

    /// <summary>True where the tables have the verb with a word behind it: "put it", "shoot back".</summary>
    public bool OpensPair(string verb) => _pairs.Contains(verb);

    private static VerbFrame Of(Dictionary<string, VerbFrame> frames, string verb) => frames.TryGetValue(verb, out VerbFrame frame) ? frame : new VerbFrame(null, 0, 0, 0, 0, VerbUses.None, []);

    private static byte Percent(string text) => byte.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Words(string cell) => cell == "-" ? [] : cell.Split(' ');
}
