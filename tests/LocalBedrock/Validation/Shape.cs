using System.Text.RegularExpressions;

namespace LocalBedrock.Validation;

/// <summary>The constraints of an input, in the terms of AWS's service models.</summary>
internal abstract record Shape(string Name);

/// <summary>Text with limits for its length, a pattern for the whole text, or a set of values.</summary>
internal sealed record StringShape(string Name) : Shape(Name)
{
    private Regex? _wholePattern;

    public int? Min { get; init; }

    public int? Max { get; init; }

    public string? Pattern { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    public bool FitsPattern(string value)
    {
        if (Pattern is null)
        {
            return true;
        }

        _wholePattern ??= JavaPattern.ForWhole(Pattern);
        return _wholePattern.IsMatch(value);
    }
}

internal sealed record IntegerShape(string Name, int? Min = null, int? Max = null) : Shape(Name);

internal sealed record TimestampShape(string Name) : Shape(Name);

/// <summary>The named inputs of an operation.</summary>
internal sealed record StructureShape(string Name, params IReadOnlyList<Member> Members) : Shape(Name);

internal sealed record Member(string Name, Shape Shape, bool Required = false);
