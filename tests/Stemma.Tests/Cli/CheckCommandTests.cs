using Stemma.Cli;

namespace Stemma.Tests.Cli;

public class CheckCommandTests
{
    [Fact]
    public void Sound_files_end_with_0_and_unsound_ones_with_1_and_are_told()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "{}");
            using var output = new StringWriter();
            using var errors = new StringWriter();
            Assert.Equal(1, CheckCommand.Run([file], output, errors));
            Assert.Contains($"{file}: dossier: “reports” is missing", output.ToString(), StringComparison.Ordinal);
            File.WriteAllText(file, "{ cut off");
            Assert.Equal(1, CheckCommand.Run([file], output, errors));
            Assert.Contains($"{file}: is no JSON", output.ToString(), StringComparison.Ordinal);
            Assert.Empty(errors.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_ends_with_2_and_the_others_are_checked_all_the_same()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "{}");
            using var output = new StringWriter();
            using var errors = new StringWriter();
            Assert.Equal(2, CheckCommand.Run([file + ".missing", file], output, errors));
            Assert.Contains("cannot be read", errors.ToString(), StringComparison.Ordinal);
            Assert.Contains("faults", output.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
