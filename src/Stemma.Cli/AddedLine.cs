using Stemma.Library;
using Stemma.Library.Store;

namespace Stemma.Cli;

/// <summary>What became of a report that was added, as a JSON line.</summary>
internal static class AddedLine
{
    /// <summary>Writes it at once: who reads it can rely on the report being there.</summary>
    public static void Write(Stream stream, AddedReport added)
    {
        // In one piece, so that a process that ends leaves no half line.
        using var line = new MemoryStream();
        JsonLines.Write(line, json =>
        {
            json.WriteString("name", added.Name);
            json.WriteString("result", added.Put?.Outcome switch
            {
                PutOutcome.New => "new",
                PutOutcome.Same => "same",
                PutOutcome.NewVersion => "version",
                _ => added.Problem is { IsUnread: false } ? "note" : "unread",
            });
            if (added.Put is { } put)
            {
                json.WriteString("report", put.Report);
                json.WriteNumber("version", put.Version);
                json.WriteString("story", put.Story);
                if (put.KnownAs is { } known)
                    json.WriteString("knownAs", known);
            }
            if (added.Problem is { } problem)
                json.WriteString("why", problem.Why);
        });
        stream.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
        stream.Flush();
    }
}
