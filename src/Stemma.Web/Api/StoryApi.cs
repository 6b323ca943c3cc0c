using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stemma.Web.Shelf;

namespace Stemma.Web.Api;

/// <summary>The findings as JSON: the board, a story's dossier as <c>stemma read --json</c> prints it, and its parts.</summary>
internal static class StoryApi
{
    public static void Map(IEndpointRouteBuilder app, StoryShelf shelf)
    {
        app.MapShown("/api/stories", context => Board(context, shelf));
        app.MapShown("/api/stories/{story}", context => shelf.Find((string)context.Request.RouteValues["story"]!) is { } story
            ? Answers.Json(context, story.Hash, story.Json)
            : Answers.Problem(context, StatusCodes.Status404NotFound, "No such story", "GET /api/stories lists the ids of those that there are."));
        app.MapShown("/api/stories/{story}/{part}", context => Part(context, shelf));
    }

    private static Task Part(HttpContext context, StoryShelf shelf)
    {
        if (shelf.Find((string)context.Request.RouteValues["story"]!) is not { } story)
            return Answers.Problem(context, StatusCodes.Status404NotFound, "No such story", "GET /api/stories lists the ids of those that there are.");
        string name = (string)context.Request.RouteValues["part"]!;
        (byte[]? part, string names) = PartOf(story, name);
        return part is null
            ? Answers.Problem(context, StatusCodes.Status404NotFound, "A dossier has no such part", $"Its parts are {names}.")
            : Answers.Json(context, $"{story.Hash}-{name}", part);
    }

    private static (byte[]? Json, string Names) PartOf(ShelvedStory story, string name)
    {
        using JsonDocument dossier = JsonDocument.Parse(story.Json);
        return dossier.RootElement.TryGetProperty(name, out JsonElement part)
            ? (JsonSerializer.SerializeToUtf8Bytes(part, ApiJson.Default.JsonElement), "")
            : (null, string.Join(", ", dossier.RootElement.EnumerateObject().Select(p => p.Name)));
    }

    private static Task Board(HttpContext context, StoryShelf shelf)
    {
        IQueryCollection query = context.Request.Query;
        string given = query["page"].ToString();
        int page = 1;
        if (given.Length > 0 && !(int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page >= 1))
            return Answers.Problem(context, StatusCodes.Status400BadRequest, "No such page", "page is a whole number from 1 up.");
        string words = query["q"].ToString();
        var board = new BoardQuery(words.Length == 0 ? null : words, query["conflicts"] == "1", page);
        (IReadOnlyList<ShelvedStory> stories, int all) = board.Of(shelf);
        var answer = new BoardAnswer(all, page, BoardQuery.PageSize, [.. stories.Select(s => new StoryCard(
            s.Id, s.Title, s.Dossier.Reports.Count, s.Dossier.Lineage.Origins.Count, s.Conflicts, s.Published?.From, s.Published?.To))]);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Default.BoardAnswer);
        return Answers.Json(context, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(json)[..8]), json);
    }
}
