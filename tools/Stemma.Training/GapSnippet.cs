using System.Globalization;
using Stemma.Annotation;
using Stemma.Annotation.Chains;
using Stemma.Annotation.Marks;
using Stemma.Annotation.Names;
using Stemma.Annotation.Tagging;
using Stemma.Reports;

namespace Stemma.Training;

/// <summary>A line of GAP: a pronoun and two names, each of which it may stand for.</summary>
internal sealed class GapSnippet
{
    private readonly TokenView _view;
    private readonly IReadOnlyList<TaggedWord> _words;
    private readonly IReadOnlyList<NameMention> _names;
    private readonly NameGroups _groups;
    private readonly int _pronoun;

    private GapSnippet(string[] columns, bool given)
    {
        string text = columns[1];
        TextSpan a = At(columns[4], columns[5]), b = At(columns[7], columns[8]);
        AnnotatedReport report = Annotator.Annotate(new Report { Id = columns[0], Text = text, Language = "en" });
        _view = new TokenView(text, report.Paragraphs, report.Tokens, report.Sentences, MarkedStretches.Find(text, report.Paragraphs));
        _words = WordTagger.Tag(report);
        _names = given ? Pronouns.With(report, [a, b]) : report.Names;
        _groups = NameGroups.Of(text, _names);
        _pronoun = int.Parse(columns[3], CultureInfo.InvariantCulture);
        (A, B) = (ChainAt(a), ChainAt(b));
        (IsA, IsB) = (columns[6] == "TRUE", columns[9] == "TRUE");
    }

    /// <summary>The chains of the two names, -1 where the engine has none there.</summary>
    public int A { get; }

    /// <summary>As <see cref="A"/>.</summary>
    public int B { get; }

    /// <summary>True where the pronoun stands for the first name.</summary>
    public bool IsA { get; }

    /// <summary>True where the pronoun stands for the second name.</summary>
    public bool IsB { get; }

    /// <summary>Reads the lines of a file.</summary>
    /// <param name="path">A table of GAP.</param>
    /// <param name="given">True where the two names are given, false where the engine has to find them.</param>
    public static IEnumerable<GapSnippet> Read(string path, bool given) => File.ReadLines(path).Skip(1).Select(line => new GapSnippet(line.Split('\t'), given));

    /// <summary>Walks through the snippet; <paramref name="choose"/> is told whether the pronoun is the one that is asked for.</summary>
    public void Walk(Func<Reference, IReadOnlyList<Antecedent>, PronounFeatures, bool, int> choose) =>
        PronounResolver.Walk(_view, _words, _names, _groups, (pronoun, all, features) => choose(pronoun, all, features, _view.Tokens[pronoun.First].Span.Start == _pronoun));

    private int ChainAt(TextSpan span)
    {
        int found = -1;
        for (int m = 0; m < _names.Count; m++)
        {
            if (_names[m].Span == span)
                return _groups.GroupOf(m);
            if (found < 0 && _names[m].Span.Overlaps(span))
                found = _groups.GroupOf(m);
        }
        return found;
    }

    private static TextSpan At(string name, string offset)
    {
        int start = int.Parse(offset, CultureInfo.InvariantCulture);
        return new TextSpan(start, start + name.Length);
    }
}
