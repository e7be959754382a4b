using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="Validator"/>.</summary>
public sealed class ValidatorUnmarshaller : StructureUnmarshaller<Validator>
{
    private ValidatorUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static ValidatorUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        Validator validator,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("s3Uri"u8))
        {
            validator.S3Uri = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
