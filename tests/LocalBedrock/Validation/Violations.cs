namespace LocalBedrock.Validation;

/// <summary>Collects the violations of a request, to report them together in the words of AWS.</summary>
internal sealed class Violations
{
    private readonly List<string> _found = [];

    /// <param name="value">The value as sent; null if a required member is missing.</param>
    /// <param name="constraint">The text after "Member must".</param>
    public void Add(string? value, string path, string constraint)
    {
        var shown = value is null ? "null" : $"'{value}'";
        _found.Add($"Value {shown} at '{path}' failed to satisfy constraint: Member must {constraint}");
    }

    /// <exception cref="ServiceException">There are violations.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count == 0)
        {
            return;
        }

        var count = string.Create(
            CultureInfo.InvariantCulture, $"{_found.Count} validation error{(_found.Count == 1 ? "" : "s")} detected: ");
        throw new ServiceException(ErrorTypes.Validation, count + string.Join("; ", _found));
    }
}
