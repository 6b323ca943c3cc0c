namespace Stemma.Annotation.Speech;

/// <summary>Decides whether a marked stretch is somebody's words or a title, a name, a label: a sum of points for what is seen.</summary>
/// <remarks>
/// The points are few and round and set by hand; docs/decisions/quoted-or-not.md tells how, and what weights learnt from data
/// would give. After a change run "stemma eval quotes" and bench/mark_styles.py.
/// </remarks>
internal static class QuotedOrNot
{
    /// <summary>Points: a stretch with as many is a quotation. 0 means that what tells for it weighs no less than what tells against it.</summary>
    private const int Least = 0;

    /// <summary>More than all other points together: what has this is no quotation.</summary>
    private const int Never = -100;

    /// <summary>Points for stretches that show all of the clues.</summary>
    /// <param name="Clues">The clues.</param>
    /// <param name="Points">Above 0 for a quotation, below against it.</param>
    /// <param name="Words">In words a reader follows; null where it says nothing alone.</param>
    private readonly record struct Weight(MarkedClues Clues, int Points, string? Words);

    private static readonly Weight[] s_weights =
    [
        // The longer, the rarer is a title or a label.
        new(MarkedClues.OneWord, -2, null),
        new(MarkedClues.TwoWords, -1, null),
        new(MarkedClues.FewWords, 1, null),
        new(MarkedClues.ManyWords, 2, "many words"),
        new(MarkedClues.Clause, 3, "words of a whole clause"),

        // Somebody speaks.
        new(MarkedClues.Attributed, 5, "a cue gives them to somebody"),
        new(MarkedClues.CueBeside, 1, null),
        new(MarkedClues.NoSpeaker, -2, null),
        new(MarkedClues.CueInSentence, 2, "a verb of speech in the sentence"),
        new(MarkedClues.SpeechNounInSentence, 1, "a word for speech in the sentence"),
        new(MarkedClues.NoCue, -2, null),
        new(MarkedClues.JoinedToQuoted, 2, "joined to a quotation"),
        new(MarkedClues.JoinedToUnquoted, -2, null),

        // How the sentence leads to the marks and goes on after them.
        new(MarkedClues.AfterColon, 2, "after a colon"),
        new(MarkedClues.AfterOpener, 3, null),
        new(MarkedClues.AfterBe, 3, null),
        new(MarkedClues.AfterDash, -3, null),
        new(MarkedClues.BeforeNoun, -2, null),
        new(MarkedClues.WholeSentence | MarkedClues.StopInside, 2, "a sentence of its own"),

        // Titles, names, labels.
        new(MarkedClues.TitleCase, -4, null),
        new(MarkedClues.LoneCapital, -2, null),
        new(MarkedClues.TitleCase | MarkedClues.AfterOwner, -4, null),
        new(MarkedClues.LoneCapital | MarkedClues.AfterOwner, -4, null),
        new(MarkedClues.TitleCase | MarkedClues.AfterPreposition, -1, null),
        new(MarkedClues.TitleCase | MarkedClues.AfterWorkNoun, -4, null),
        new(MarkedClues.AfterNaming, Never, null),
        new(MarkedClues.InsideName, Never, null),
        new(MarkedClues.Heading, Never, null),
        new(MarkedClues.InCode, Never, null),
        new(MarkedClues.Repeated, -1, null),
        new(MarkedClues.Unclosed, -2, null),
    ];

    /// <summary>True for a quotation.</summary>
    public static bool IsQuoted(MarkedClues clues) => Points(clues) >= Least;

    /// <summary>The sum of the points.</summary>
    public static int Points(MarkedClues clues)
    {
        int points = 0;
        foreach (Weight weight in s_weights)
        {
            if ((clues & weight.Clues) == weight.Clues)
                points += weight.Points;
        }
        return points;
    }

    /// <summary>What told for a quotation, in words a reader follows.</summary>
    public static string Reasons(MarkedClues clues)
    {
        IEnumerable<string> seen = s_weights.Where(w => w is { Points: > 0, Words: not null } && (clues & w.Clues) == w.Clues).Select(w => w.Words!);
        string words = string.Join(", ", seen);
        return words.Length > 0 ? words : "words in quotation marks";
    }
}
