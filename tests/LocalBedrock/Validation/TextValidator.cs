namespace LocalBedrock.Validation;

/// <summary>Checks text in the path or the query against its shape.</summary>
internal static class TextValidator
{
    /// <exception cref="ServiceException">The inputs don't match. The message lists all violations.</exception>
    public static void Validate(StructureShape shape, IReadOnlyDictionary<string, string> inputs)
    {
        var violations = new Violations();
        foreach (var member in shape.Members)
        {
            if (inputs.TryGetValue(member.Name, out var value))
            {
                Check(member.Shape, value, member.Name, violations);
            }
            else if (member.Required)
            {
                violations.Add(null, member.Name, "not be null");
            }
        }

        violations.ThrowIfAny();
    }

    private static void Check(Shape shape, string value, string path, Violations violations)
    {
        switch (shape)
        {
            case StringShape text:
                CheckString(text, value, path, violations);
                break;
            case IntegerShape integer:
                CheckInteger(integer, value, path, violations);
                break;
            case TimestampShape when !IsoTime.TryParse(value, out _):
                violations.Add(value, path, "be a timestamp in ISO 8601 format");
                break;
            case TimestampShape:
                break;
            default:
                throw new UnreachableException($"{shape.Name} is never sent as text.");
        }
    }

    private static void CheckInteger(IntegerShape shape, string value, string path, Violations violations)
    {
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            CheckRange(number, shape.Min, shape.Max, value, path, violations);
        }
        else
        {
            violations.Add(value, path, "be an integer");
        }
    }

    private static void CheckRange(int number, int? min, int? max, string shown, string path, Violations violations)
    {
        if (number < min)
        {
            violations.Add(shown, path, $"have value greater than or equal to {min}");
        }

        if (number > max)
        {
            violations.Add(shown, path, $"have value less than or equal to {max}");
        }
    }

    private static void CheckLength(int length, int? min, int? max, string shown, string path, Violations violations)
    {
        if (length < min)
        {
            violations.Add(shown, path, $"have length greater than or equal to {min}");
        }

        if (length > max)
        {
            violations.Add(shown, path, $"have length less than or equal to {max}");
        }
    }

    private static void CheckString(StringShape shape, string value, string path, Violations violations)
    {
        CheckLength(value.Length, shape.Min, shape.Max, value, path, violations);
        if (!shape.FitsPattern(value))
        {
            violations.Add(value, path, $"satisfy regular expression pattern: {shape.Pattern}");
        }

        if (shape.Values is not null && !shape.Values.Contains(value))
        {
            violations.Add(value, path, $"satisfy enum value set: [{string.Join(", ", shape.Values)}]");
        }
    }
}
