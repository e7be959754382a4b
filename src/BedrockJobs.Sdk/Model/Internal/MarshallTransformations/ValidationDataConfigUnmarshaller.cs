using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="ValidationDataConfig"/>.</summary>
public sealed class ValidationDataConfigUnmarshaller : StructureUnmarshaller<ValidationDataConfig>
{
    private ValidationDataConfigUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static ValidationDataConfigUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        ValidationDataConfig config,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("validators"u8))
        {
            config.Validators = new JsonListUnmarshaller<Validator, ValidatorUnmarshaller>(
                ValidatorUnmarshaller.Instance).Unmarshall(context, ref reader);
        }
    }
}
