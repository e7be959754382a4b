namespace LocalBedrock.Signing;

/// <summary>Checks the signature of a request, or rejects it with the error and message of AWS.</summary>
/// <param name="service">The name of the service in the scope of a signature.</param>
/// <param name="regions">The regions that are accepted; null for all.</param>
internal sealed class SignatureVerifier(
    string service, IReadOnlyList<string>? regions, KeyRing keys, SignatureClock clock)
{
    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(5);

    /// <returns>The key of the request, and the credential that contains it.</returns>
    /// <exception cref="ServiceException">The request isn't signed, or the signature isn't valid.</exception>
    public (SigningKey Key, Credential Credential) Verify(ApiRequest request)
    {
        var authorization = request.Header("authorization");
        if (authorization is null || !AuthorizationHeader.IsSignature(authorization))
        {
            throw new ServiceException(ErrorTypes.MissingAuthenticationToken, "Missing Authentication Token");
        }

        var header = AuthorizationHeader.Parse(authorization);
        var signed = SigningTime.Of(request);
        CheckScope(header.Credential, signed);
        CheckSignedHeaders(request, header);
        CheckTime(signed);

        var key = keys.Find(header.Credential.AccessKeyId, request.Header("x-amz-security-token") ?? "")
            ?? throw UnknownToken();

        // By the real time, because tests control the expiry of a key and the clock of a service separately.
        if (key.Expires <= clock.RealNow)
        {
            throw new ServiceException(ErrorTypes.ExpiredToken, "The security token included in the request is expired");
        }

        CheckSignature(request, header, signed, key);
        return (key, header.Credential);
    }

    public static ServiceException UnknownToken() => new(
        ErrorTypes.UnrecognizedClient, "The security token included in the request is invalid.");

    private void CheckScope(Credential credential, SigningTime signed)
    {
        if (regions is not null && !regions.Contains(credential.Region))
        {
            throw Invalid("Credential should be scoped to a valid region.");
        }

        if (credential.Service != service)
        {
            throw Invalid($"Credential should be scoped to correct service: '{service}'.");
        }

        if (credential.Terminator != "aws4_request")
        {
            throw Invalid(
                $"Credential should be scoped with a valid terminator: 'aws4_request', not '{credential.Terminator}'.");
        }

        var date = signed.Text[..Credential.DateLength];
        if (credential.Date != date)
        {
            throw Invalid(
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + $"'{credential.Date}' != '{date}', from '{signed.Text}'.");
        }
    }

    // Otherwise, a proxy could redirect the request or change its headers.
    private static void CheckSignedHeaders(ApiRequest request, AuthorizationHeader header)
    {
        if (!header.SignedHeaders.Contains("host"))
        {
            throw Invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }

        string[] unsigned = [.. request.Headers.Keys
            .Where(n => n.StartsWith("x-amz-", StringComparison.Ordinal) && !header.SignedHeaders.Contains(n))
            .Order(StringComparer.Ordinal)];
        if (unsigned.Length > 0)
        {
            throw Invalid($"There were headers present in the request which were not signed: {string.Join(", ", unsigned)}.");
        }
    }

    private void CheckTime(SigningTime signed)
    {
        var now = clock.Now;
        if (signed.Time < now - MaxSkew)
        {
            throw Invalid(
                $"Signature expired: {signed.Text} is now earlier than {SigningTime.Format(now - MaxSkew)} "
                + $"({SigningTime.Format(now)} - 5 min.)");
        }

        if (signed.Time > now + MaxSkew)
        {
            throw Invalid(
                $"Signature not yet current: {signed.Text} is still later than {SigningTime.Format(now + MaxSkew)} "
                + $"({SigningTime.Format(now)} + 5 min.)");
        }
    }

    private static void CheckSignature(ApiRequest request, AuthorizationHeader header, SigningTime signed, SigningKey key)
    {
        var computed = Signature.Of(
            CanonicalRequest.Of(request, header.SignedHeaders), signed.Text, header.Credential, key.SecretAccessKey);

        // A stated hash is part of what was signed, so it has to be true as well.
        var statedHash = request.Header("x-amz-content-sha256");
        if (!Signature.Equal(computed, header.Signature)
            || (statedHash is not null && statedHash != CanonicalRequest.HashOf(request.Body.Span)))
        {
            throw Invalid(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret "
                + "Access Key and signing method. Consult the service documentation for details.");
        }
    }

    private static ServiceException Invalid(string message) => new(ErrorTypes.InvalidSignature, message);
}
