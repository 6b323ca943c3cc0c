using System.Globalization;
using Stemma.Reading.Documents.Markup;

namespace Stemma.Reading.Documents.Exchange;

/// <summary>Reads NewsML-G2 messages and items, and NITF documents.</summary>
internal static class ExchangeReader
{
    /// <summary>In items that a message lists.</summary>
    private const int MostListed = 5;

    /// <summary>The reports and the problems, in the document's order.</summary>
    public static IReadOnlyList<UnpackedReport> Read(ReportInput input, SniffedDocument document)
    {
        var records = new MarkupRecords(document.Text, document.Start, name => name is "newsmessage" or "itemset");
        var items = new List<ExchangeItem>();
        var packages = new List<string>();
        int whole = 0;
        while (true)
        {
            MarkupNode? record = records.Next();
            whole += record is null ? 0 : 1;
            if ((record ?? records.TakeBroken()) is not { } node)
                break;
            if (node.Name == "newsitem")
                items.Add(NewsmlReader.Read(node));
            else if (node.Name == "nitf")
                items.Add(NitfReader.Read(node));
            else if (node.Name == "packageitem")
                packages.AddRange(node.All("itemref").Select(r => r.Attribute("residref") ?? r.Attribute("href")).OfType<string>());
        }
        bool isOne = items.Count == 1 && records.Root?.Name is "newsitem" or "nitf";
        string? broken = ReportDocuments.Broken(document, records, isOne ? "one item" : ReportDocuments.Counted(whole, "part"));
        string? note = string.Join(". ", new[] { document.Note, broken }.OfType<string>()) is { Length: > 0 } said ? said : null;
        if (isOne)
            return [items[0].Unpacked(input, input.Name, note)];
        var reports = new List<UnpackedReport>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int repeated = 0;
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i].Id is { } id && !seen.Add(id))
                repeated++;
            else
                reports.Add(items[i].Unpacked(input with { Url = null, Title = null, Authors = [], Published = null, Credits = [] }, $"{input.Name}#{items[i].Id ?? (i + 1).ToString(CultureInfo.InvariantCulture)}", null));
        }
        if (repeated > 0)
            reports.Add(new UnpackedReport(input.Name, null, $"items of the message that repeat the id of an earlier one were left out: {repeated}; nothing is to be done"));
        if (items.Count == 0)
            reports.Add(new UnpackedReport(input.Name, null, Empty(packages)));
        if (note is not null)
            reports.Add(new UnpackedReport(input.Name, null, note));
        return reports;
    }

    private static string Empty(List<string> packages) => packages.Count == 0
        ? "this NewsML-G2 document holds no items; ask its sender for it again"
        : $"this NewsML-G2 package only refers to its items and holds none; give the items: {string.Join(", ", packages.Take(MostListed))}{(packages.Count > MostListed ? ", …" : "")}";
}
