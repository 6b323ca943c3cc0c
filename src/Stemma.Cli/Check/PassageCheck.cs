namespace Stemma.Cli.Check;

/// <summary>A passage as far as the lineage is checked against it.</summary>
internal sealed record CheckedPassage(string Kind, string Use, double Similarity, Place A, Place B);

/// <summary>Passages: both places hold words, and what they are called is true of those words.</summary>
internal static class PassageCheck
{
    /// <summary>2·same words / all words. An edited passage has at least .8 by its definition; the checker counts without stems and house style.</summary>
    private const double LeastEdited = 0.6;

    /// <summary>As above. A reworded sentence keeps names, numbers and the small words of its frame.</summary>
    private const double LeastReworded = 0.1;

    /// <summary>In words: in shorter passages one word more or less is too large a part to count with.</summary>
    private const int FewWords = 12;

    /// <summary>Checks the passages and gives the sound ones by id.</summary>
    public static Dictionary<string, CheckedPassage> Run(Node dossier, ReportTexts texts)
    {
        var found = new Dictionary<string, CheckedPassage>(StringComparer.Ordinal);
        foreach (Node passage in dossier.Items("passages"))
        {
            string id = DossierChecker.UniqueId(passage, found);
            if (passage.Object("a") is not { } nodeA || passage.Object("b") is not { } nodeB
                || !texts.TryPlace(nodeA, null, out Place a) || !texts.TryPlace(nodeB, null, out Place b))
                continue;
            if (string.Equals(a.Report, b.Report, StringComparison.Ordinal))
                passage.Fault($"both sides lie in {a.Report}");
            double similarity = passage.Share("similarity");
            string use = passage.Text("use");
            if (use is not ("copied" or "quotation" or "stock"))
                passage.Fault($"has the unknown use “{use}”");
            found[id] = new CheckedPassage(passage.Text("kind"), use, similarity, a, b);
            if (Misnamed(passage.Text("kind"), similarity, texts.RunningWords(a), texts.RunningWords(b)) is { } fault)
                passage.Fault($"{id} {fault}");
        }
        return found;
    }

    private static string? Misnamed(string kind, double similarity, string a, string b)
    {
        string[] wordsA = PlainWords.Of(a), wordsB = PlainWords.Of(b);
        if (wordsA.Length == 0 || wordsB.Length == 0)
            return $"holds no word of an article: “{Shown.Of(a)}”, “{Shown.Of(b)}”";
        double common = PlainWords.Common(wordsA, wordsB);
        bool isShort = Math.Min(wordsA.Length, wordsB.Length) < FewWords;
        switch (kind)
        {
            case "verbatim":
                if (similarity < 1)
                    return "is called verbatim with a similarity under 1";
                return PlainWords.Difference(wordsA, wordsB) is { } difference
                    ? $"is called verbatim, but one side has “{Shown.Of(difference.A)}” and the other “{Shown.Of(difference.B)}”"
                    : null;
            case "edited" or "reworded":
                if (similarity >= 1)
                    return $"is called {kind} with a similarity of 1";
                double least = kind == "edited" ? LeastEdited : LeastReworded;
                return !isShort && common < least
                    ? FormattableString.Invariant($"is called {kind}, but only {common:0.00} of the words agree: “{Shown.Of(a)}”, “{Shown.Of(b)}”")
                    : null;
            default:
                return $"has the unknown kind “{kind}”";
        }
    }
}
