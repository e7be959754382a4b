using System.Collections.Generic;
using System.Globalization;

namespace LocalBedrock.Validation;

/// <summary>Collects what is wrong with a request, to be told all at once in AWS's words.</summary>
internal sealed class Violations
{
    private readonly List<string> _found = [];

    /// <param name="value">As sent; null when a required member is missing.</param>
    /// <param name="constraint">What follows "Member must".</param>
    public void Add(string? value, string path, string constraint)
    {
        string shown = value is null ? "null" : $"'{value}'";
        _found.Add($"Value {shown} at '{path}' failed to satisfy constraint: Member must {constraint}");
    }

    /// <exception cref="ServiceException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count == 0)
            return;

        string count = string.Create(
            CultureInfo.InvariantCulture, $"{_found.Count} validation error{(_found.Count == 1 ? "" : "s")} detected: ");
        throw new ServiceException(ErrorTypes.Validation, count + string.Join("; ", _found));
    }
}
