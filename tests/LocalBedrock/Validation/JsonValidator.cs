using System.Text.Json;

namespace LocalBedrock.Validation;

/// <summary>Checks a JSON body against its shape.</summary>
internal static class JsonValidator
{
    /// <exception cref="ServiceException">The body doesn't match. The message lists all violations.</exception>
    public static void Validate(StructureShape shape, JsonElement body)
    {
        var violations = new Violations();
        Check(shape, body, "", violations);
        violations.ThrowIfAny();
    }

    private static void Check(Shape shape, JsonElement value, string path, Violations violations)
    {
        switch (shape)
        {
            case StructureShape structure:
                Require(value, JsonValueKind.Object, path);
                CheckStructure(structure, value, path, violations);
                break;
            case ListShape list:
                Require(value, JsonValueKind.Array, path);
                TextValidator.CheckLength(value.GetArrayLength(), list.Min, list.Max, value.GetRawText(), path, violations);
                foreach ((var index, var item) in value.EnumerateArray().Index())
                {
                    Check(list.Member, item, string.Create(CultureInfo.InvariantCulture, $"{path}.{index + 1}.member"), violations);
                }

                break;
            case MapShape map:
                Require(value, JsonValueKind.Object, path);
                TextValidator.CheckLength(value.GetPropertyCount(), map.Min, map.Max, value.GetRawText(), path, violations);
                foreach (var entry in value.EnumerateObject())
                {
                    TextValidator.Check(map.Key, entry.Name, $"{path}.key", violations);
                    Check(map.Value, entry.Value, $"{path}.{entry.Name}.value", violations);
                }

                break;
            case StringShape:
                Require(value, JsonValueKind.String, path);
                TextValidator.Check(shape, value.GetString()!, path, violations);
                break;
            case IntegerShape integer:
                if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
                {
                    throw Unreadable(path, "an integer");
                }

                TextValidator.CheckRange(number, integer.Min, integer.Max, value.GetRawText(), path, violations);
                break;
            case FloatShape real:
                Require(value, JsonValueKind.Number, path);
                TextValidator.CheckRange(value.GetDouble(), real.Min, real.Max, value.GetRawText(), path, violations);
                break;
            case BooleanShape:
                if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                {
                    throw Unreadable(path, "a boolean");
                }

                break;
            default:
                throw new UnreachableException($"{shape.Name} is never sent in a body.");
        }
    }

    private static void CheckStructure(StructureShape shape, JsonElement value, string path, Violations violations)
    {
        var present = 0;
        foreach (var member in shape.Members)
        {
            var memberPath = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (value.TryGetProperty(member.Name, out var sent) && sent.ValueKind != JsonValueKind.Null)
            {
                present++;
                Check(member.Shape, sent, memberPath, violations);
            }
            else if (member.Required)
            {
                violations.Add(null, memberPath, "not be null");
            }
        }

        if (shape.IsUnion && present != 1)
        {
            violations.Add(value.GetRawText(), path, "have exactly one member set");
        }
    }

    private static void Require(JsonElement value, JsonValueKind kind, string path)
    {
        if (value.ValueKind != kind)
        {
            throw Unreadable(path, kind == JsonValueKind.Array ? "a list" : $"a JSON {kind}");
        }
    }

    private static ServiceException Unreadable(string path, string expected) =>
        new(ErrorTypes.Serialization, $"'{(path.Length == 0 ? "body" : path)}' can't be read: it must be {expected}.");
}
