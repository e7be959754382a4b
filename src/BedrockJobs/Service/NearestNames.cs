namespace BedrockJobs.Service;

/// <summary>Suggests existing names for a name that doesn't exist.</summary>
internal static class NearestNames
{
    private const int MostNames = 3;

    /// <summary>
    /// The names with the fewest typing errors compared with <paramref name="typed"/>, nearest first.
    /// </summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> names)
    {
        var limit = Math.Max(2, typed.Length / 3);
        var near = from name in names
                   let errors = TypingErrors(typed.ToLowerInvariant(), name)
                   where errors <= limit
                   orderby errors, name
                   select name;
        return [.. near.Take(MostNames)];
    }

    // Counts wrong, missing, extra, and swapped letters (Damerau-Levenshtein distance).
    private static int TypingErrors(string typed, string meant)
    {
        var errors = new int[typed.Length + 1, meant.Length + 1];
        for (var i = 0; i <= typed.Length; i++)
        {
            for (var j = 0; j <= meant.Length; j++)
            {
                errors[i, j] = Fewest(i, j);
            }
        }

        return errors[typed.Length, meant.Length];

        int Fewest(int i, int j)
        {
            if (i == 0 || j == 0)
            {
                return i + j;
            }

            var fewest = Math.Min(
                Math.Min(errors[i - 1, j], errors[i, j - 1]) + 1,
                errors[i - 1, j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : 1));
            return i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1]
                ? Math.Min(fewest, errors[i - 2, j - 2] + 1)
                : fewest;
        }
    }
}
