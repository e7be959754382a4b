using System;
using System.Globalization;
using System.Linq;
using LocalBedrock.Http;
using LocalBedrock.Options;

namespace LocalBedrock.Signing;

/// <summary>Finds out who sent a request, or refuses it with the error and the words that AWS has for the case.</summary>
internal sealed class Authenticator(ServerOptions options, TimeProvider realTime)
{
    private const string Service = "bedrock";
    private const string BearerPrefix = "Bearer ";

    /// <exception cref="ServiceException">The request isn't signed, or not rightly.</exception>
    public Caller Authenticate(ApiRequest request)
    {
        string? authorization = request.Header("authorization");
        if (authorization is not null && authorization.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticateBearer(authorization[BearerPrefix.Length..].Trim());
        if (authorization is null || !AuthorizationHeader.IsSignature(authorization))
            throw new ServiceException(ErrorTypes.MissingAuthenticationToken, "Missing Authentication Token");

        AuthorizationHeader header = AuthorizationHeader.Parse(authorization);
        SigningTime signed = SigningTime.Of(request);
        CheckScope(header.Credential, signed);
        CheckSignedHeaders(request, header);
        CheckTime(signed);

        ServiceAccount account = options.Accounts.FirstOrDefault(a => a.AccessKeyId == header.Credential.AccessKeyId)
            ?? throw UnknownToken();
        if (!Signature.Equal(account.SessionToken ?? "", request.Header("x-amz-security-token") ?? ""))
            throw UnknownToken();

        CheckSignature(request, header, signed, account);
        return new Caller(account.Id, header.Credential.Region);
    }

    // A bearer key says nothing of a region, and here the host doesn't either.
    private Caller AuthenticateBearer(string key) =>
        options.BearerKey is not null && Signature.Equal(options.BearerKey, key)
            ? new Caller(options.Accounts[0].Id, options.Regions[0])
            : throw new ServiceException(
                ErrorTypes.AccessDenied, "Authentication failed: Please make sure your API Key is valid.");

    private void CheckScope(Credential credential, SigningTime signed)
    {
        if (!options.Regions.Contains(credential.Region))
            throw Invalid("Credential should be scoped to a valid region.");
        if (credential.Service != Service)
            throw Invalid($"Credential should be scoped to correct service: '{Service}'.");
        if (credential.Terminator != "aws4_request")
        {
            throw Invalid(
                $"Credential should be scoped with a valid terminator: 'aws4_request', not '{credential.Terminator}'.");
        }

        string date = signed.Text[..Credential.DateLength];
        if (credential.Date != date)
        {
            throw Invalid(
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + $"'{credential.Date}' != '{date}', from '{signed.Text}'.");
        }
    }

    // Else whoever sits between could redirect the request or change what steers it.
    private static void CheckSignedHeaders(ApiRequest request, AuthorizationHeader header)
    {
        if (!header.SignedHeaders.Contains("host"))
            throw Invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");

        string[] unsigned = [.. request.Headers.Keys
            .Where(n => n.StartsWith("x-amz-", StringComparison.Ordinal) && !header.SignedHeaders.Contains(n))
            .Order(StringComparer.Ordinal)];
        if (unsigned.Length > 0)
            throw Invalid($"There were headers present in the request which were not signed: {string.Join(", ", unsigned)}.");
    }

    private void CheckTime(SigningTime signed)
    {
        DateTime now = realTime.GetUtcNow().UtcDateTime;
        string minutes = options.MaxSkew.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture);
        if (signed.Time < now - options.MaxSkew)
        {
            throw Invalid(
                $"Signature expired: {signed.Text} is now earlier than {SigningTime.Format(now - options.MaxSkew)} "
                + $"({SigningTime.Format(now)} - {minutes} min.)");
        }

        if (signed.Time > now + options.MaxSkew)
        {
            throw Invalid(
                $"Signature not yet current: {signed.Text} is still later than {SigningTime.Format(now + options.MaxSkew)} "
                + $"({SigningTime.Format(now)} + {minutes} min.)");
        }
    }

    private static void CheckSignature(
        ApiRequest request, AuthorizationHeader header, SigningTime signed, ServiceAccount account)
    {
        string computed = Signature.Of(
            CanonicalRequest.Of(request, header.SignedHeaders), signed.Text, header.Credential, account.SecretAccessKey);

        // A stated hash is part of what was signed, so it has to be true as well.
        string? statedHash = request.Header("x-amz-content-sha256");
        if (!Signature.Equal(computed, header.Signature)
            || (statedHash is not null && statedHash != CanonicalRequest.HashOf(request.Body.Span)))
        {
            throw Invalid(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret "
                + "Access Key and signing method. Consult the service documentation for details.");
        }
    }

    private static ServiceException Invalid(string message) => new(ErrorTypes.InvalidSignature, message);

    private static ServiceException UnknownToken() => new(
        ErrorTypes.UnrecognizedClient, "The security token included in the request is invalid.");
}
