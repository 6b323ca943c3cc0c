namespace Stemma.Reading;

/// <summary>One of the reports that an archive or a document of several reports holds, or why it could not be taken out.</summary>
/// <param name="Name">A name that is unique within what holds it: "pages.warc.gz#12", "feed.xml#https://…".</param>
/// <param name="Input">The report's bytes and what is known of them, null where it could not be taken out.</param>
/// <param name="Problem">What is wrong, where and what to do; null where nothing is.</param>
public sealed record UnpackedReport(string Name, ReportInput? Input, string? Problem);
