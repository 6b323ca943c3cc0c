using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Reports;
using Stemma.Stories;
using Stemma.Stories.Claims;
using Stemma.Stories.Claims.Support;
using Stemma.Stories.Lineage;
using Stemma.Tests.Annotation;

namespace Stemma.Tests.Stories.Claims.Support;

/// <summary>An invented story of which the test says who took what from whom: claims are found by the program, passages and links are given.</summary>
internal sealed class ClaimStory
{
    private readonly List<AnnotatedReport> _reports = [];
    private readonly List<Passage> _passages = [];
    private readonly List<TextLink> _links = [];
    private readonly List<LostDispatch> _lost = [];

    /// <summary>A report, named by a letter; letters are given in order.</summary>
    public ClaimStory Report(string id, params string[] sentences)
    {
        _reports.Add(Annotated.Report(string.Join('\n', sentences), id));
        return this;
    }

    /// <summary>The report took the sentences from another; a pair of sentences that differ is "in the source → in the taker".</summary>
    public ClaimStory Took(string to, string from, PassageKind kind, params (string Source, string Taken)[] sentences)
    {
        _links.Add(new TextLink(from, to, .5, .9, [], ["told by the test"]));
        return Shares(from, to, kind, sentences);
    }

    /// <summary>Both took the sentences from a text that is not there.</summary>
    public ClaimStory Lost(string id, params string[] children)
    {
        _lost.Add(new LostDispatch(id, null, children, ["told by the test"]));
        foreach (string child in children)
            _links.Add(new TextLink(id, child, .5, .9, [], ["told by the test"]));
        return this;
    }

    /// <summary>Two reports share sentences, whatever the links are.</summary>
    public ClaimStory Shares(string a, string b, PassageKind kind, params (string A, string B)[] sentences)
    {
        foreach ((string inA, string inB) in sentences)
            _passages.Add(new Passage(Number(a), Number(b), Span(a, inA), Span(b, inB), kind, PassageUse.Copied, kind == PassageKind.Verbatim ? 1 : .8));
        return this;
    }

    /// <summary>The claims as the dossier would have them.</summary>
    public IReadOnlyList<SupportedClaim> Claims()
    {
        ClaimFindings found = ClaimFinder.Compare(_reports, null, null, 1, default);
        return ClaimRanking.Of(found, _reports, _passages, Sources(found));
    }

    /// <summary>"14: a, b from a; 17: c from c (c changed a)" for each claim, with its verdict and the roots of the whole.</summary>
    public string[] Told() => [.. Claims().Select(Line)];

    private string IdOf(int node) => node < _reports.Count ? _reports[node].Report.Id : _lost[node - _reports.Count].Id;

    private string Line(SupportedClaim claim)
    {
        string values = string.Join("; ", claim.Values.Select(v =>
            $"{v.Value}: {string.Join(' ', v.Reports.Select(IdOf))} from {string.Join(' ', v.Roots.Select(IdOf))}"));
        return $"{claim.Claim.Verdict}, {claim.Roots.Count} ({string.Join(' ', claim.Roots.Select(IdOf))}): {values}";
    }

    /// <summary>"b: edited from a" for each telling of a claim.</summary>
    public string[] Ways(SupportedClaim claim) =>
        [.. claim.Claim.Tellings.Zip(claim.Tellings, (t, s) => $"{IdOf(t.Report)}: {s.How.ToString().ToLowerInvariant()}{(s.From < 0 ? "" : $" from {IdOf(s.From)}")}{(s.IsChanged ? ", changed" : "")}")];

    /// <summary>The chain by ids.</summary>
    public string Chain(SupportedClaim claim) => string.Join(' ', claim.Chain.Select(IdOf));

    private SentenceSources Sources(ClaimFindings found)
    {
        string[] roots = [.. _lost.Select(l => l.Id), .. _reports.Select(r => r.Report.Id).Where(id => !_links.Exists(l => l.To == id))];
        var lineage = new StoryLineage(_lost, _links, [.. roots.Select((r, i) => new Origin($"o{i + 1}", r, [r]))]);
        return new SentenceSources(found.Sentences, _reports, _passages, lineage);
    }

    private int Number(string id) => _reports.FindIndex(r => r.Report.Id == id);

    private TextSpan Span(string report, string words)
    {
        int start = _reports[Number(report)].Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(start >= 0, $"“{words}” is not in {report}");
        return new TextSpan(start, start + words.Length);
    }
}
