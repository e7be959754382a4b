namespace LocalBedrock.Validation;

/// <summary>Checks text in the path or the query against its shape.</summary>
internal static class TextValidator
{
    /// <exception cref="ServiceException">The inputs don't match. The message lists all violations, in the words of AWS.</exception>
    public static void Validate(StructureShape shape, IReadOnlyDictionary<string, string> inputs)
    {
        string[] violations =
        [
            .. from member in shape.Members
               let value = inputs.GetValueOrDefault(member.Name)
               from constraint in value is not null ? Violated(member.Shape, value) : member.Required ? ["not be null"] : []
               let shown = value is null ? "null" : $"'{value}'"
               select $"Value {shown} at '{member.Name}' failed to satisfy constraint: Member must {constraint}",
        ];
        if (violations.Length > 0)
        {
            var count = $"{violations.Length} validation error{(violations.Length == 1 ? "" : "s")} detected: ";
            throw new ServiceException(ErrorTypes.Validation, count + string.Join("; ", violations));
        }
    }

    private static string[] Violated(Shape shape, string value) => shape switch
    {
        StringShape text =>
        [
            .. OutOfBounds("length", value.Length, text.Min, text.Max),
            .. text.FitsPattern(value) ? [] : (string[])[$"satisfy regular expression pattern: {text.Pattern}"],
            .. text.Values?.Contains(value) == false ? [$"satisfy enum value set: [{string.Join(", ", text.Values)}]"] : (string[])[],
        ],
        IntegerShape integer => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? OutOfBounds("value", number, integer.Min, integer.Max)
            : ["be an integer"],
        TimestampShape => IsoTime.TryParse(value, out _) ? [] : ["be a timestamp in ISO 8601 format"],
        _ => throw new UnreachableException($"{shape.Name} is never sent as text."),
    };

    private static string[] OutOfBounds(string what, int number, int? min, int? max) =>
        number < min ? [$"have {what} greater than or equal to {min}"]
        : number > max ? [$"have {what} less than or equal to {max}"]
        : [];
}
