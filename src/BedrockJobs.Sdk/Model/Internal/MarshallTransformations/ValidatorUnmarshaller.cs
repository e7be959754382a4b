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
        Validator validator, JsonUnmarshallerContext context, ref StreamingUtf8JsonReader reader)
    {
        if (reader.ValueTextEquals("s3Uri"))
            validator.S3Uri = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
    }
}
