using System.Text.Json;

namespace Stemma.EndToEnd.Tests.Web;

/// <summary>Machines get what the screens show.</summary>
public class ApiTests(ServedApp app) : IClassFixture<ServedApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_board_lists_every_story_with_its_counts()
    {
        using JsonDocument board = await Json("/api/stories");
        Assert.Equal(app.Shelf.Stories.Count, board.RootElement.GetProperty("all").GetInt32());
        JsonElement ferry = board.RootElement.GetProperty("stories").EnumerateArray().Single(s => s.GetProperty("id").GetString() == "ferry");
        Assert.Equal(app.Shelf.Find("ferry")!.Dossier.Reports.Count, ferry.GetProperty("reports").GetInt32());
    }

    [Fact]
    public async Task A_storys_dossier_is_what_read_prints_byte_for_byte()
    {
        byte[] served = await app.Client.GetByteArrayAsync(new Uri("/api/stories/sample", UriKind.Relative), Cancellation);
        using var stream = new MemoryStream();
        Stemma.Presentation.DossierJson.Write(app.Shelf.Find("sample")!.Dossier, stream);
        Assert.Equal(stream.ToArray(), served);
    }

    [Fact]
    public async Task Every_part_of_a_dossier_can_be_had_alone()
    {
        using JsonDocument whole = await Json("/api/stories/sample");
        foreach (JsonProperty part in whole.RootElement.EnumerateObject())
        {
            using JsonDocument alone = await Json("/api/stories/sample/" + part.Name);
            Assert.True(JsonElement.DeepEquals(part.Value, alone.RootElement), part.Name);
        }
    }

    private async Task<JsonDocument> Json(string address) =>
        JsonDocument.Parse(await app.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Cancellation));
}
