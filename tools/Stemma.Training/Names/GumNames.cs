using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Training.Names;

/// <summary>
/// Takes names out of GUM, which marks every mention of an entity, named or not: a mention is a name where the word that heads it is a
/// proper noun; its name is that word with the capitals beside it, or as Wikipedia's article is called where GUM names one.
/// </summary>
internal static partial class GumNames
{
    private sealed record Word(string Form, string Tag, string FineTag, int Head, string Misc);

    private sealed record Mention(int First, int Last, string Kind, string Article);

    /// <summary>The documents, each with its file's path, in order.</summary>
    public static IEnumerable<(string File, NameDocument Document)> Read(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.conllu").Order(StringComparer.Ordinal))
            yield return (file, Document(file));
    }

    private static NameDocument Document(string file)
    {
        var text = new StringBuilder();
        var names = new List<MarkedName>();
        var words = new List<Word>();
        foreach (string line in File.ReadLines(file).Append(""))
        {
            if (line.Length == 0)
            {
                if (words.Count > 0)
                    AddSentence([.. words], text, names);
                words.Clear();
                continue;
            }
            string[] columns = line.Split('\t');
            if (columns.Length == 10 && columns[0].All(char.IsAsciiDigit))
                words.Add(new Word(columns[1], columns[3], columns[4], int.Parse(columns[6], CultureInfo.InvariantCulture) - 1, columns[9]));
        }
        return new NameDocument("gum", text.ToString(), names, Unmarked.NoneButOthers);
    }

    private static void AddSentence(Word[] words, StringBuilder text, List<MarkedName> names)
    {
        var spans = new TextSpan[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            spans[i] = new TextSpan(text.Length, text.Length + words[i].Form.Length);
            text.Append(words[i].Form);
            if (!words[i].Misc.Contains("SpaceAfter=No", StringComparison.Ordinal) && i + 1 < words.Length)
                text.Append(' ');
        }
        text.Append('\n');
        var found = new List<(int First, int Last, NameKind[] Kinds, bool MayBeNone)>();
        foreach (Mention mention in Mentions(words))
        {
            if (NameOf(mention, words) is { } name)
                found.Add(name);
        }
        var taken = new bool[words.Length];
        var kept = new List<(int First, int Last, NameKind[] Kinds, bool MayBeNone)>();
        foreach (var name in found.OrderByDescending(n => n.Last - n.First).ThenBy(n => n.First).ThenBy(n => n.Kinds.Length))
        {
            if (taken.AsSpan(name.First, name.Last - name.First + 1).Contains(true))
                continue;
            taken.AsSpan(name.First, name.Last - name.First + 1).Fill(true);
            kept.Add(name);
        }
        // Proper nouns that no mention explains may be anything but titles.
        for (int i = 0; i < words.Length; i++)
        {
            bool title = NameTables.English.RoleOf(Vocabulary.Fold(words[i].Form)) is not null || NameTables.English.IsTitleWord(Vocabulary.Fold(words[i].Form));
            if (!taken[i] && words[i].Tag == "PROPN" && !title)
                kept.Add((i, i, [], true));
        }
        foreach ((int first, int last, NameKind[] kinds, bool mayBeNone) in kept.OrderBy(n => n.First))
            names.Add(new MarkedName(new TextSpan(spans[first].Start, spans[last].End), kinds, mayBeNone));
    }

    private static IEnumerable<Mention> Mentions(Word[] words)
    {
        var open = new Dictionary<string, Stack<(int First, string Kind, string Fields)>>(StringComparer.Ordinal);
        for (int i = 0; i < words.Length; i++)
        {
            int at = words[i].Misc.IndexOf("Entity=", StringComparison.Ordinal);
            if (at < 0)
                continue;
            foreach (Match match in Brackets().Matches(words[i].Misc[(at + 7)..].Split('|')[0]))
            {
                string closed = match.Groups["closed"].Value, id = match.Groups["id"].Value;
                if (closed.Length > 0)
                {
                    if (open.TryGetValue(closed, out var stack) && stack.TryPop(out var begun))
                        yield return new Mention(begun.First, i, begun.Kind, ArticleOf(begun.Fields));
                }
                else if (match.Groups["single"].Length > 0)
                {
                    yield return new Mention(i, i, match.Groups["kind"].Value, ArticleOf(match.Groups["rest"].Value));
                }
                else
                {
                    if (!open.TryGetValue(id, out var stack))
                        open[id] = stack = new();
                    stack.Push((i, match.Groups["kind"].Value, match.Groups["rest"].Value));
                }
            }
        }
    }

    // infstat, salience, centering, minspan, link, identity.
    private static string ArticleOf(string rest)
    {
        string[] fields = rest.Split('-', 6);
        string title = fields.Length < 6 ? "" : Uri.UnescapeDataString(fields[5]).Replace('_', ' ');
        int bracket = title.IndexOf(" (", StringComparison.Ordinal);
        return bracket > 0 ? title[..bracket] : title;
    }

    private static (int First, int Last, NameKind[] Kinds, bool MayBeNone)? NameOf(Mention mention, Word[] words)
    {
        int head = -1;
        for (int i = mention.First; i <= mention.Last && head < 0; i++)
        {
            if (words[i].Head < mention.First || words[i].Head > mention.Last)
                head = i;
        }
        if (head < 0 || words[head].Tag != "PROPN")
            return null;
        (int first, int last) = ByArticle(mention, words) ?? Around(head, mention, words);
        if (mention.Kind == "person")
        {
            for (int i = first; i < last; i++)
            {
                string word = Vocabulary.Fold(words[i].Form);
                if (NameTables.English.RoleOf(word) is not null || NameTables.English.IsTitleWord(word))
                    first = i + 1;
            }
        }
        bool people = mention.Kind == "person" && (words[head].FineTag == "NNPS" || mention.Article.Contains("people", StringComparison.Ordinal));
        return mention.Kind switch
        {
            "person" => (first, last, people ? [NameKind.Other] : [NameKind.Person], people),
            "organization" => (first, last, [NameKind.Organisation], false),
            "place" => (first, last, [NameKind.Place], false),
            "time" => null,
            _ => (first, last, [NameKind.Other], true),
        };
    }

    private static (int First, int Last)? ByArticle(Mention mention, Word[] words)
    {
        if (mention.Article.Length == 0)
            return null;
        for (int last = mention.Last; last >= mention.First; last--)
        {
            for (int first = mention.First; first <= last; first++)
            {
                string text = string.Join(' ', words[first..(last + 1)].Select(w => w.Form)).Replace(" - ", "-", StringComparison.Ordinal).Replace(" '", "'", StringComparison.Ordinal);
                if (text.Equals(mention.Article, StringComparison.Ordinal))
                    return (first, last);
            }
        }
        return null;
    }

    private static (int First, int Last) Around(int head, Mention mention, Word[] words)
    {
        bool Inside(int i) => i >= mention.First && i <= mention.Last
            && (words[i].Tag == "PROPN" || (char.IsUpper(words[i].Form[0]) && words[i].Tag is "ADJ" or "NOUN" or "VERB" or "NUM" && char.IsUpper(words[i].Form[0])));
        int first = head, last = head;
        while (Inside(first - 1) || (first - 1 > mention.First && words[first - 1].Form is "-" or "'" && Inside(first - 2)))
            first--;
        while (Inside(last + 1) || (last + 1 < mention.Last && words[last + 1].Form is "-" or "of" && Inside(last + 2)) || (last + 1 <= mention.Last && words[last].Form is "-" or "of" && Inside(last + 1)))
            last++;
        return (first, last);
    }

    [GeneratedRegex(@"\((?<id>\d+)-(?<kind>[a-z]+)-(?<rest>[^()]*)(?<single>\))?|(?<closed>\d+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();
}
