using System;
using System.Globalization;
using System.Management.Automation;

namespace BedrockJobs.Parameters;

/// <summary>An absolute http or https address without a user name or password.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidateEndpointUrlAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var text = arguments?.ToString() ?? string.Empty;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
        {
            throw new ValidationMetadataException(string.Format(CultureInfo.CurrentCulture, SR.InvalidEndpointUrl, text));
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new ValidationMetadataException(SR.EndpointUrlHoldsCredentials);
        }
    }
}
