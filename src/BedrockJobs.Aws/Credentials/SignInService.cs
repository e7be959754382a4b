using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// The operation CreateOAuth2Token of AWS Sign-In, which exchanges a refresh token for a key and the next refresh token. If
/// the same token is sent twice within a short time, the service returns the same response.
/// </summary>
internal sealed class SignInService(ConnectionContext context, string region)
{
    private const int KeyBits = 256;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The private key that signs the proofs; null if the token contains none.</summary>
    public static ECDsa? ProofKeyOf(LoginToken token)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(token.ProofKey);
            if (key.KeySize == KeyBits)
            {
                return key;
            }
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
        }

        key.Dispose();
        return null;
    }

    /// <summary>Whether the service refused the token, as opposed to a failure that might pass.</summary>
    public static bool IsRefusal(AmazonServiceException reply) => reply.StatusCode
        is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError
        and not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    /// <exception cref="AmazonServiceException">An error response, or a response without a key.</exception>
    public async Task<LoginToken> RenewAsync(LoginToken token, ECDsa proofKey)
    {
        for (var retries = Math.Min(context.Configured.MaxAttempts - 1, IdentityClients.Retries); ; retries--)
        {
            try
            {
                return await SendAsync(token, proofKey).ConfigureAwait(false);
            }
            catch (Exception failure) when (retries > 0 && MightPass(failure) && !context.Ended.IsCancellationRequested)
            {
                await Task.Delay(Pause, context.Ended).ConfigureAwait(false);
            }
        }
    }

    private static bool MightPass(Exception failure) => failure switch
    {
        AmazonServiceException reply => reply.StatusCode >= HttpStatusCode.BadRequest && !IsRefusal(reply),
        _ => failure is HttpRequestException or OperationCanceledException,
    };

    private async Task<LoginToken> SendAsync(LoginToken token, ECDsa proofKey)
    {
        var address = new Uri(Endpoint() + "/v1/token");
        using var client = context.Transport.CreateClient(
            TimeLimit.Of(IdentityClients.ConnectTimeout),
            TimeLimit.Of(IdentityClients.AttemptTimeout),
            ReplyReader.LongestShortReply,
            () => context);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(
                new { clientId = token.ClientId, refreshToken = token.RefreshToken, grantType = "refresh_token" })),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("BedrockJobs", null));
        request.Headers.Add("DPoP", Proof(proofKey, address));
        using var response = await SendAsync(client, request).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync(context.Ended).ConfigureAwait(false);
        var reply = ObjectOf(body);
        if (!response.IsSuccessStatusCode)
        {
            throw Failure(reply?["message"]?.ToString() ?? body, reply?["error"]?.ToString() ?? response.StatusCode.ToString());
        }

        // The body isn't quoted, because it might contain a key.
        return (reply is null ? null : token.With(reply)) ?? throw Failure(SR.LoginReplyWithoutKey, response.StatusCode.ToString());

        AmazonServiceException Failure(string message, string code) => new(
            message, innerException: null, ErrorType.Unknown, code, ReplyReader.RequestId(response), response.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        try
        {
            return await client.SendAsync(request, context.Ended).ConfigureAwait(false);
        }
        catch (IOException broken)
        {
            throw new HttpRequestException(broken.Message, broken);
        }
    }

    private string Endpoint()
    {
        var configured = context.Configured;
        if (EndpointChoice.OfService("signin", configured)?.Address is { } given)
        {
            return given;
        }

        var partition = Fn.Partition(region);
        return "https://" + (configured.UseFipsEndpoint, configured.UseDualstackEndpoint, partition.name) switch
        {
            (false, false, "aws") => $"{region}.signin.aws.amazon.com",
            (false, false, "aws-cn") => $"{region}.signin.amazonaws.cn",
            (false, false, "aws-us-gov") => $"{region}.signin.amazonaws-us-gov.com",
            var (isFips, isDualstack, _) =>
                $"signin{(isFips ? "-fips" : null)}.{region}.{(isDualstack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}",
        };
    }

    // A DPoP proof, see RFC 9449. ECDsa signs in the format that it requires.
    private static string Proof(ECDsa key, Uri address)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var jwk = new { kty = "EC", crv = "P-256", x = Base64Url(point.X!), y = Base64Url(point.Y!) };
        var signed = Base64Url(JsonSerializer.SerializeToUtf8Bytes(new { typ = "dpop+jwt", alg = "ES256", jwk }))
            + "."
            + Base64Url(JsonSerializer.SerializeToUtf8Bytes(new
            {
                htm = "POST",
                htu = address.AbsoluteUri,
                iat = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
                jti = Guid.NewGuid(),
            }));
        return signed + "." + Base64Url(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256));
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static JsonObject? ObjectOf(string body)
    {
        try
        {
            var reply = JsonNode.Parse(body) as JsonObject;

            // A member that occurs twice isn't found before the members are read.
            _ = (reply?["accessToken"] as JsonObject)?.Count;
            return reply;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
