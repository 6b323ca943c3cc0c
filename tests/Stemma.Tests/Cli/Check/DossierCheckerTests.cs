using System.Text.Json;
using Stemma.Cli.Check;

namespace Stemma.Tests.Cli.Check;

/// <summary>The checker finds what is planted in a dossier that was written by hand, and nothing in the sound one.</summary>
public class DossierCheckerTests
{
    private const string Sound = """
        {
          "stemma": "0.1.0",
          "reports": [
            {"id": "a.txt", "text": "The ferry stopped at noon. “We wait for the tide,” said Ada Moor. Menu", "published": null, "creditWords": [{"agency": "Moor", "start": 60, "end": 64, "how": "byline"}], "cut": [{"start": 66, "end": 70, "why": "menu"}], "headings": []},
            {"id": "b.txt", "text": "News: The ferry stopped at noon. “We wait for a tide,” said Ada Moor.", "published": {"from": "2031-03-01", "to": "2031-03-02", "how": "stated", "reasons": ["stated"]}, "creditWords": [], "cut": [], "headings": [{"start": 0, "end": 5}]}
          ],
          "names": [
            {"id": "n1", "name": "Ada Moor", "kind": "person", "variants": [], "mentions": [{"report": "a.txt", "start": 56, "end": 64}]}
          ],
          "times": [
            {"report": "a.txt", "start": 21, "end": 25, "type": "TIME", "value": "T12:00", "reasons": ["a word for a time of day"]}
          ],
          "quotes": [
            {"id": "q1", "report": "a.txt", "start": 28, "end": 49, "kind": "direct", "speaker": {"name": "Ada Moor", "id": "n1", "start": 56, "end": 64}, "cue": {"start": 51, "end": 55}, "reasons": ["the speaker follows"]},
            {"id": "q2", "report": "b.txt", "start": 34, "end": 53, "kind": "direct", "speaker": null, "cue": null, "reasons": ["marks"]}
          ],
          "attributions": [
            {"report": "a.txt", "source": {"start": 56, "end": 64}, "cue": {"start": 51, "end": 55}, "content": [{"start": 27, "end": 50}], "gives": "speech", "inner": false, "reasons": ["beside the marks"]}
          ],
          "wordings": [
            {"id": "w1", "speaker": "Ada Moor", "quotes": ["q1", "q2"], "pairs": [{"a": "q1", "b": "q2", "change": "reworded", "edits": [{"op": "replace", "aStart": 40, "aEnd": 43, "bStart": 46, "bEnd": 47}]}]}
          ],
          "passages": [
            {"id": "p1", "kind": "verbatim", "use": "copied", "similarity": 1, "a": {"report": "a.txt", "start": 0, "end": 26}, "b": {"report": "b.txt", "start": 6, "end": 32}},
            {"id": "p2", "kind": "edited", "use": "copied", "similarity": 0.9, "a": {"report": "a.txt", "start": 27, "end": 65}, "b": {"report": "b.txt", "start": 33, "end": 69}}
          ],
          "lineage": {
            "lost": [],
            "links": [{"from": "a.txt", "to": "b.txt", "share": 0.98, "confidence": 0.9, "passages": ["p1", "p2"], "reasons": ["whole sentences"]}],
            "origins": [{"id": "o1", "root": "a.txt", "reports": ["a.txt", "b.txt"]}]
          },
          "claims": [
            {"id": "c1", "verdict": "agree", "tellings": [{"report": "a.txt", "start": 0, "end": 26, "value": "noon", "valueStart": 21, "valueEnd": 25, "key": "noon", "source": null, "root": "a.txt"}, {"report": "b.txt", "start": 6, "end": 32, "value": "noon", "valueStart": 27, "valueEnd": 31, "key": "noon", "source": {"from": "a.txt", "how": "verbatim", "passage": "p1", "changed": false}, "root": "a.txt"}], "origins": ["o1"], "reasons": ["one sentence"], "roots": ["a.txt"], "support": [{"key": "noon", "value": "noon", "reports": ["a.txt", "b.txt"], "roots": ["a.txt"]}], "silent": [], "chain": ["a.txt", "b.txt"]}
          ],
          "compared": {"pairs": 5, "told": 1, "leftOut": [{"kind": "numbers", "count": 2, "why": "not sure"}, {"kind": "times", "count": 1, "why": "not sure"}]},
          "timeline": [
            {"from": "2031-03-01", "to": "2031-03-01", "precision": "day", "tellings": [{"report": "a.txt", "start": 0, "end": 26, "timeStart": 21, "timeEnd": 25, "from": "2031-03-01", "to": "2031-03-01", "kind": "happened"}], "origins": ["o1"], "kind": "happened", "conflict": false, "rank": 1, "label": {"report": "a.txt", "start": 0, "end": 25}, "undated": [], "reasons": []},
            {"from": "2031-03-02", "to": "2031-03-02", "precision": "day", "tellings": [{"report": "b.txt", "start": 6, "end": 32, "timeStart": 27, "timeEnd": 31, "from": "2031-03-02", "to": "2031-03-02", "kind": "planned"}], "origins": ["o1"], "kind": "planned", "conflict": false, "rank": 2, "label": null, "undated": [], "reasons": []}
          ]
        }
        """;

    [Fact]
    public void A_sound_dossier_has_no_fault() => Assert.Empty(Faults(Sound));

    [Theory]
    [InlineData("\"start\": 66, \"end\": 70, \"why\"", "\"start\": 66, \"end\": 99, \"why\"", "reports[0].cut[0]", "lies outside")]
    [InlineData("\"start\": 60, \"end\": 64, \"how\"", "\"start\": 60, \"end\": 640, \"how\"", "reports[0].creditWords[0]", "lies outside")]
    [InlineData("\"headings\": [{\"start\": 0, \"end\": 5}]", "\"headings\": [{\"start\": 5, \"end\": 5}]", "reports[1].headings[0]", "is empty")]
    [InlineData("\"from\": \"2031-03-01\", \"to\": \"2031-03-02\"", "\"from\": \"2031-03-05\", \"to\": \"2031-03-02\"", "reports[1].published", "is after")]
    [InlineData("\"id\": \"b.txt\"", "\"id\": \"a.txt\"", "reports[1]", "a second report")]
    [InlineData("\"id\": \"q2\", \"report\"", "\"id\": \"q1\", \"report\"", "quotes[1]", "a second one has the id “q1”")]
    [InlineData("\"mentions\": [{\"report\": \"a.txt\"", "\"mentions\": [{\"report\": \"z.txt\"", "names[0].mentions[0]", "there is no report “z.txt”")]
    [InlineData("\"value\": \"T12:00\", \"reasons\": [\"a word for a time of day\"]", "\"value\": \"T12:00\", \"reasons\": []", "times[0]", "gives no reason")]
    [InlineData("\"gives\": \"speech\"", "\"gives\": \"song\"", "attributions[0]", "gives the unknown “song”")]
    [InlineData("\"content\": [{\"start\": 27, \"end\": 50}]", "\"content\": [{\"start\": 27, \"end\": 999}]", "attributions[0].content[0]", "lies outside")]
    [InlineData("\"reasons\": [\"whole sentences\"]", "\"reasons\": [\"whole sentences\"], \"part\": {\"start\": 6, \"end\": 999}", "lineage.links[0].part", "lies outside")]
    [InlineData("\"reasons\": [\"whole sentences\"]", "\"reasons\": [\"whole sentences\"], \"part\": {\"start\": 6, \"end\": 32}", "lineage.links[0]", "is not what its passages cover")]
    [InlineData("\"id\": \"n1\", \"start\"", "\"id\": \"n7\", \"start\"", "quotes[0].speaker", "no name has the id “n7”")]
    [InlineData("\"id\": \"q2\", \"report\": \"b.txt\", \"start\": 34", "\"id\": \"q2\", \"report\": \"b.txt\", \"start\": 10", "quotes[1]", "no quotation marks stand around")]
    [InlineData("\"change\": \"reworded\"", "\"change\": \"same\"", "wordings[0].pairs[0]", "does not fit its 1 edits")]
    [InlineData("\"op\": \"replace\"", "\"op\": \"insert\"", "wordings[0].pairs[0].edits[0]", "does not fit its sides")]
    [InlineData("\"aStart\": 40, \"aEnd\": 43", "\"aStart\": 40, \"aEnd\": 40", "wordings[0].pairs[0]", "they do not make the second of the first")]
    [InlineData("\"quotes\": [\"q1\", \"q2\"]", "\"quotes\": [\"q1\", \"q3\"]", "wordings[0]", "no quotation has the id “q3”")]
    [InlineData("\"kind\": \"edited\"", "\"kind\": \"verbatim\"", "passages[1]", "similarity under 1")]
    [InlineData("\"kind\": \"edited\", \"use\": \"copied\", \"similarity\": 0.9", "\"kind\": \"verbatim\", \"use\": \"copied\", \"similarity\": 1", "passages[1]", "one side has “the” and the other “a”")]
    [InlineData("\"end\": 26}, \"b\"", "\"end\": 19}, \"b\"", "passages[0]", "is called verbatim, but one side has")]
    [InlineData("\"similarity\": 0.9", "\"similarity\": 1.9", "passages[1]", "not between 0 and 1")]
    [InlineData("\"share\": 0.98", "\"share\": 0.5", "lineage.links[0]", "is not what its passages cover")]
    [InlineData("\"passages\": [\"p1\", \"p2\"]", "\"passages\": [\"p1\"]", "lineage.links[0]", "is not what its passages cover")]
    [InlineData("\"passages\": [\"p1\", \"p2\"]", "\"passages\": [\"p1\", \"p9\"]", "lineage.links[0]", "no sound passage has the id “p9”")]
    [InlineData("\"use\": \"copied\", \"similarity\": 0.9", "\"use\": \"stock\", \"similarity\": 0.9", "lineage.links[0]", "p2 is no copied passage")]
    [InlineData("\"from\": \"a.txt\", \"to\": \"b.txt\"", "\"from\": \"b.txt\", \"to\": \"b.txt\"", "lineage", "goes in a circle")]
    [InlineData("\"links\": [", "\"links\": [],\"more\": [", "lineage", "b.txt is a root, but no origin")]
    [InlineData("\"reports\": [\"a.txt\", \"b.txt\"]", "\"reports\": [\"a.txt\"]", "lineage.origins[0]", "b.txt rests on a.txt by the links, but is not named")]
    [InlineData("\"root\": \"a.txt\"", "\"root\": \"b.txt\"", "lineage.origins[0]", "“b.txt” is no root")]
    [InlineData("\"value\": \"noon\", \"valueStart\": 27", "\"value\": \"dawn\", \"valueStart\": 27", "claims[0].tellings[1]", "but the report has “noon” there")]
    [InlineData("\"verdict\": \"agree\"", "\"verdict\": \"conflict\"", "claims[0]", "does not fit 1 different values")]
    [InlineData("\"origins\": [\"o1\"], \"reasons\": [\"one sentence\"]", "\"origins\": [], \"reasons\": [\"one sentence\"]", "claims[0]", "“origins” does not name o1")]
    [InlineData("\"how\": \"verbatim\"", "\"how\": \"edited\"", "claims[0].tellings[1]", "is called edited, but p1 is verbatim")]
    [InlineData("\"how\": \"verbatim\"", "\"how\": \"sung\"", "claims[0].tellings[1]", "unknown way “sung”")]
    [InlineData("\"how\": \"verbatim\"", "\"how\": \"shared\"", "claims[0].tellings[1]", "the lineage links the two")]
    [InlineData("\"how\": \"verbatim\", \"passage\": \"p1\"", "\"how\": \"verbatim\", \"passage\": null", "claims[0].tellings[1]", "no passage shows it")]
    [InlineData("\"passage\": \"p1\"", "\"passage\": \"p2\"", "claims[0].tellings[1]", "p2 is no copied passage of its sentence")]
    [InlineData("\"passage\": \"p1\"", "\"passage\": \"p9\"", "claims[0].tellings[1]", "no sound passage has the id “p9”")]
    [InlineData("{\"from\": \"a.txt\", \"how\"", "{\"from\": \"z.txt\", \"how\"", "claims[0].tellings[1]", "the lineage has no link from z.txt")]
    [InlineData("\"changed\": false", "\"changed\": true", "claims[0].tellings[1]", "has the same value")]
    [InlineData("\"source\": null, \"root\": \"a.txt\"", "\"source\": null, \"root\": \"z.txt\"", "claims[0].tellings[0]", "no report or lost dispatch has the id “z.txt”")]
    [InlineData("\"changed\": false}, \"root\": \"a.txt\"", "\"changed\": false}, \"root\": \"b.txt\"", "claims[0].tellings[1]", "begins in b.txt")]
    [InlineData("\"roots\": [\"a.txt\"], \"support\"", "\"roots\": [\"a.txt\", \"b.txt\"], \"support\"", "claims[0]", "“roots” names b.txt")]
    [InlineData("\"support\": [{\"key\": \"noon\"", "\"support\": [{\"key\": \"dawn\"", "claims[0].support[0]", "no telling has the value “dawn”")]
    [InlineData("\"reports\": [\"a.txt\", \"b.txt\"], \"roots\"", "\"reports\": [\"a.txt\"], \"roots\"", "claims[0].support[0]", "“reports” does not name b.txt")]
    [InlineData("\"silent\": []", "\"silent\": [\"o1\"]", "claims[0]", "“silent” names o1")]
    [InlineData("\"chain\": [\"a.txt\", \"b.txt\"]", "\"chain\": [\"b.txt\", \"a.txt\"]", "claims[0]", "is not its root")]
    [InlineData("\"chain\": [\"a.txt\", \"b.txt\"]", "\"chain\": [\"a.txt\"]", "claims[0]", "“chain” does not name b.txt")]
    [InlineData("\"pairs\": 5", "\"pairs\": 3", "compared", "4 pairs are told or left out of 3")]
    [InlineData("\"count\": 2", "\"count\": 0", "compared.leftOut[0]", "counts nothing")]
    [InlineData("\"from\": \"2031-03-02\", \"to\": \"2031-03-02\", \"precision\"", "\"from\": \"2031-02-02\", \"to\": \"2031-03-02\", \"precision\"", "timeline[1]", "comes after")]
    [InlineData("\"timeStart\": 27, \"timeEnd\": 31", "\"timeStart\": 2, \"timeEnd\": 31", "timeline[1].tellings[0]", "lies outside of its sentence")]
    [InlineData("\"origins\": [\"o1\"], \"kind\": \"planned\"", "\"origins\": [\"o1\"], \"kind\": \"happened\"", "timeline[1]", "does not fit its tellings")]
    [InlineData("\"kind\": \"happened\", \"conflict\": false", "\"kind\": \"happened\", \"conflict\": true", "timeline[0]", "can all be right")]
    [InlineData("\"rank\": 2", "\"rank\": 1", "timeline[1]", "no number of its own")]
    [InlineData("\"rank\": 1, \"label\": {\"report\": \"a.txt\"", "\"rank\": 1, \"label\": {\"report\": \"b.txt\"", "timeline[0].label", "does not tell the event")]
    public void What_does_not_hold_is_told_with_its_place(string sound, string planted, string place, string words)
    {
        int at = Sound.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0, "the dossier above has changed");
        string dossier = string.Concat(Sound.AsSpan(0, at), planted, Sound.AsSpan(at + sound.Length));
        Assert.Contains(Faults(dossier), f => f.StartsWith(place + ":", StringComparison.Ordinal) && f.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("""{"reports":[{"id":7,"text":null,"cut":{}}],"passages":[[]],"lineage":[],"quotes":[{"start":1.5,"end":1e99}]}""")]
    [InlineData("""{"reports":[{"id":"a","text":"\ud800","cut":[]}]}""")]
    public void Json_that_is_no_dossier_has_faults_and_does_no_harm(string json) => Assert.NotEmpty(Faults(json));

    [Fact]
    public void A_place_may_not_cut_a_surrogate_pair()
    {
        string dossier = Sound.Replace("The ferry stopped", "The 🚢rry stopped", StringComparison.Ordinal)
            .Replace("\"a\": {\"report\": \"a.txt\", \"start\": 0", "\"a\": {\"report\": \"a.txt\", \"start\": 5", StringComparison.Ordinal);
        Assert.Contains(Faults(dossier), f => f.StartsWith("passages[0].a:", StringComparison.Ordinal) && f.Contains("surrogate", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Faults(string json)
    {
        using var dossier = JsonDocument.Parse(json);
        return DossierChecker.Check(dossier.RootElement);
    }
}
