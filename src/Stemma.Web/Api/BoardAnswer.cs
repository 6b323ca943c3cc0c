using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stemma.Web.Api;

/// <summary>A page of the board.</summary>
/// <param name="All">How many stories there are on all pages.</param>
/// <param name="Page">The page, 1 for the first.</param>
/// <param name="PageSize">Stories on one page.</param>
/// <param name="Stories">The stories, the newest first.</param>
internal sealed record BoardAnswer(int All, int Page, int PageSize, IReadOnlyList<StoryCard> Stories);

/// <summary>A story on the board.</summary>
/// <param name="Id">Its id in addresses.</param>
/// <param name="Title">The headline of its earliest report.</param>
/// <param name="Reports">How many reports it has.</param>
/// <param name="Origins">On how many origins they rest.</param>
/// <param name="Conflicts">How many claims they tell in ways that cannot all be right.</param>
/// <param name="From">The first day on which one of them can have been published, ISO 8601; null where none is dated.</param>
/// <param name="To">The last such day.</param>
internal sealed record StoryCard(string Id, string Title, int Reports, int Origins, int Conflicts, string? From, string? To);

/// <summary>What went wrong: problem details of RFC 9457.</summary>
/// <param name="Type">What kind of problem; "about:blank" where the status says all.</param>
/// <param name="Title">What is wrong.</param>
/// <param name="Status">The status code.</param>
/// <param name="Detail">What to do.</param>
internal sealed record ProblemAnswer(string Type, string Title, int Status, string Detail);

/// <summary>The generated code that writes the answers of the API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(BoardAnswer))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ProblemAnswer))]
internal sealed partial class ApiJson : JsonSerializerContext;
