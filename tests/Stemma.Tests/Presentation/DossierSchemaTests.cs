using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Tests.Presentation;

public class DossierSchemaTests
{
    private static readonly Dictionary<string, Type> s_types = new(StringComparer.Ordinal)
    {
        ["report"] = typeof(DossierReport),
        ["unread"] = typeof(UnreadInput),
        ["date"] = typeof(DossierDate),
        ["cut"] = typeof(DossierCut),
        ["span"] = typeof(DossierSpan),
        ["localSpan"] = typeof(LocalSpan),
        ["name"] = typeof(DossierName),
        ["time"] = typeof(DossierTime),
        ["quote"] = typeof(DossierQuote),
        ["speaker"] = typeof(DossierSpeaker),
        ["attribution"] = typeof(DossierAttribution),
        ["wording"] = typeof(DossierWording),
        ["wordingPair"] = typeof(WordingPair),
        ["edit"] = typeof(WordingEdit),
        ["passage"] = typeof(DossierPassage),
        ["credit"] = typeof(DossierCredit),
        ["lineage"] = typeof(DossierLineage),
        ["lost"] = typeof(LostDispatch),
        ["link"] = typeof(LineageLink),
        ["origin"] = typeof(Origin),
        ["claim"] = typeof(DossierClaim),
        ["support"] = typeof(DossierSupport),
        ["telling"] = typeof(DossierTelling),
        ["tellingSource"] = typeof(DossierTellingSource),
        ["comparisons"] = typeof(DossierComparisons),
        ["abstention"] = typeof(DossierAbstention),
        ["event"] = typeof(DossierEvent),
        ["eventTelling"] = typeof(DossierEventTelling),
    };

    [Fact]
    public void The_schema_names_the_very_fields_that_the_records_have()
    {
        using var schema = JsonDocument.Parse(DossierSchema.Text());
        JsonElement definitions = schema.RootElement.GetProperty("$defs");
        Assert.Equal(s_types.Keys.Order(StringComparer.Ordinal), definitions.EnumerateObject().Select(d => d.Name).Order(StringComparer.Ordinal));
        Same(schema.RootElement, typeof(Dossier));
        foreach ((string name, Type type) in s_types)
            Same(definitions.GetProperty(name), type);
    }

    private static void Same(JsonElement schema, Type type)
    {
        IEnumerable<string> fields = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));
        Assert.Equal(fields.Order(StringComparer.Ordinal), schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(fields.Order(StringComparer.Ordinal), schema.GetProperty("required").EnumerateArray().Select(p => p.GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kind_of_story_is_valid_by_Debians_jsonschema()
    {
        foreach (Dossier dossier in new[] { SampleDossiers.Ferry(), MoreDossiers.Sixty(), MoreDossiers.One(), MoreDossiers.Empty() })
            Assert.Equal("", Faults(Encoding.UTF8.GetString(DossierJsonTests.Bytes(dossier))));
    }

    [Theory]
    [InlineData("a field is renamed")]
    [InlineData("an offset is negative")]
    [InlineData("a share is above one")]
    [InlineData("a date is no date")]
    [InlineData("a word is none of the allowed ones")]
    [InlineData("a passage has lost a side")]
    public void Faults_are_caught(string fault)
    {
        JsonNode json = JsonNode.Parse(DossierJsonTests.Bytes(SampleDossiers.Ferry()))!;
        switch (fault)
        {
            case "a field is renamed":
                json["reports"]![0]!["headline"] = json["reports"]![0]!["title"]!.DeepClone();
                break;
            case "an offset is negative":
                json["quotes"]![0]!["start"] = -1;
                break;
            case "a share is above one":
                json["lineage"]!["links"]![0]!["share"] = 74;
                break;
            case "a date is no date":
                json["timeline"]![0]!["from"] = "1998";
                break;
            case "a word is none of the allowed ones":
                json["claims"]![0]!["verdict"] = "Conflict";
                break;
            default:
                json["passages"]![0]!.AsObject().Remove("b");
                break;
        }
        Assert.NotEqual("", Faults(json.ToJsonString()));
    }

    // The path is Debian's own Python: another one on the PATH may lack the package.
    private static string Faults(string json)
    {
        const string program = "import json,sys,jsonschema\ns,d=json.load(sys.stdin)\njsonschema.Draft202012Validator.check_schema(s)\nfor e in jsonschema.Draft202012Validator(s).iter_errors(d): print(e.json_path, e.message[:200])";
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", program]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false) };
        start.Environment["PYTHONUTF8"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write($"[{DossierSchema.Text()},{json}]");
        process.StandardInput.Close();
        string faults = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, "Python's jsonschema did not run; install it: apt-get install -y python3-jsonschema\n" + errors.Result);
        return faults;
    }
}
