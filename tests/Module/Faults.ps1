# The fault table: faults of a network, a proxy, or a service, and their results. Faults.Tests.ps1 runs it.
#
# Fault     the description of the fault
# Bytes     the complete response, with | for a line end, {body} for the real body, and {length} for its length, as in the
#           raw member of LocalBedrock's fault scripts
# Reply     or a fault script of LocalBedrock
# Connect   or the fault of the connection before HTTP begins, as in ConnectionRelay.cs
# End       what happens to the connection after Bytes: reset, stall, or endless; the default is that it is closed
# Pause     the time between the bytes of the body
# Once      the result if one request is affected and two attempts are allowed
# Lasting   the result if every request is affected and one attempt is allowed
# Also      other commands that are affected. A wait continues after a temporary fault, and ends with WaitTimedOut. Its
#           first page isn't affected, except by Connect
# AtFirst   the first page is affected. Otherwise, the third and last page is, so that a wrong result could lose jobs
#
# Results: 'whole' is each job once and no error. Otherwise, there is exactly one error. The jobs before it are returned, and
# its target resumes with the rest, unless GoesOn is false.

$ok = 'HTTP/1.1 200 OK|Content-Type: application/json|x-amzn-RequestId: id-1'
$empty = '{"modelCustomizationJobSummaries":[]}'
$begun = '{"modelCustomizationJobSummaries":['
$all = 'Get', 'Wait', 'Stop'

function Page([string] $Body, [string] $Header = 'X-None: 1') { "$ok|$Header|Content-Length: $($Body.Length)||$Body" }
function Latin1([byte[]] $Byte) { [Text.Encoding]::Latin1.GetString($Byte) }
function Compressed([type] $Type) {
    $packed = [IO.MemoryStream]::new()
    $stream = $Type::new($packed, [IO.Compression.CompressionMode]::Compress)
    $stream.Write([Text.Encoding]::UTF8.GetBytes($empty))
    $stream.Dispose()
    Latin1 $packed.ToArray()
}

$job = '"jobArn":"arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.nova-micro-v1:0/abcdefghijkl","jobName":"odd","status":"Completed","baseModelArn":"b"'

# Statuses.
@{ Fault = '100 twice before the reply'; Bytes = "HTTP/1.1 100 Continue||HTTP/1.1 100 Continue||$ok|Content-Length: {length}||{body}"; Once = 'whole'; Lasting = 'whole'; Also = $all }
@{ Fault = '103 before the reply'; Bytes = "HTTP/1.1 103 Early Hints|Link: </x>||$ok|Content-Length: {length}||{body}"; Once = 'whole'; Lasting = 'whole' }
@{ Fault = '101'; Bytes = 'HTTP/1.1 101 Switching Protocols|Upgrade: x|Connection: Upgrade||'; Once = 'MalformedResponse'; Lasting = 'MalformedResponse' }
@{ Fault = '201 with the true body'; Bytes = 'HTTP/1.1 201 Created|Content-Length: {length}||{body}'; Once = 'whole'; Lasting = 'whole'; Also = $all }
@{ Fault = '204'; Reply = @{ status = 204 }; Once = 'MalformedResponse'; Lasting = 'MalformedResponse' }
@{ Fault = '204 with the true body'; Bytes = 'HTTP/1.1 204 No Content|Content-Length: {length}||{body}'; Once = 'MalformedResponse'; Lasting = 'MalformedResponse' }
@{ Fault = '205 with a body'; Bytes = "HTTP/1.1 205 Reset Content|Content-Length: 2||[]"; Once = 'MalformedResponse'; Lasting = 'MalformedResponse'; Also = $all }
@{ Fault = '206 with a part'; Bytes = "HTTP/1.1 206 Partial Content|Content-Range: bytes 0-33/999|Content-Length: $($begun.Length)||$begun"; Once = 'MalformedResponse'; Lasting = 'MalformedResponse'; Also = $all }
@{ Fault = '300'; Bytes = 'HTTP/1.1 300 Multiple Choices|Content-Length: 0||'; Once = 'MalformedResponse'; Lasting = 'MalformedResponse' }
@{ Fault = '301 to another host'; Bytes = 'HTTP/1.1 301 Moved|Location: http://127.0.0.1:1/|Content-Length: 0||'; Once = 'MalformedResponse'; Lasting = 'MalformedResponse'; Also = $all }
@{ Fault = '304 with a body'; Bytes = "HTTP/1.1 304 Not Modified|Content-Length: 2||{}"; Once = 'MalformedResponse'; Lasting = 'MalformedResponse'; Also = $all }
@{ Fault = '307 without a location'; Bytes = 'HTTP/1.1 307 Temporary Redirect|Content-Length: 0||'; Once = 'MalformedResponse'; Lasting = 'MalformedResponse' }
@{ Fault = '400 without a name'; Reply = @{ status = 400 }; Once = 'MalformedResponse'; Lasting = 'MalformedResponse'; Also = $all }
@{ Fault = '401'; Reply = @{ status = 401 }; Once = 'AccessDenied'; Lasting = 'AccessDenied' }
@{ Fault = '403 with a page'; Reply = @{ status = 403; contentType = 'text/html'; body = '<html><title>Blocked</title>' }; Once = 'AccessDenied'; Lasting = 'AccessDenied'; Also = $all }
@{ Fault = '404 with a page'; Reply = @{ status = 404; contentType = 'text/html'; body = '<html><title>Nothing here</title>' }; Once = 'MalformedResponse'; Lasting = 'MalformedResponse'; Also = $all }
@{ Fault = '407'; Bytes = 'HTTP/1.1 407 Proxy Authentication Required|Proxy-Authenticate: Basic realm="x"|Content-Length: 0||'; Once = 'MalformedResponse'; Lasting = 'MalformedResponse' }
@{ Fault = '408'; Reply = @{ status = 408 }; Once = 'whole'; Lasting = 'RequestTimedOut'; Also = $all }
@{ Fault = '413'; Reply = @{ status = 413 }; Once = 'MalformedResponse'; Lasting = 'MalformedResponse' }
@{ Fault = '429'; Reply = @{ status = 429 }; Once = 'whole'; Lasting = 'Throttled'; Also = $all }
@{ Fault = '500'; Reply = @{ status = 500 }; Once = 'whole'; Lasting = 'ServiceFault'; Also = $all }
@{ Fault = '501'; Reply = @{ status = 501 }; Once = 'OperationNotSupported'; Lasting = 'OperationNotSupported'; Also = $all }
@{ Fault = '502 with a page'; Reply = @{ status = 502; contentType = 'text/html'; body = '<html><title>Bad gateway</title>' }; Once = 'whole'; Lasting = 'ServiceFault'; Also = $all }
@{ Fault = '503'; Reply = @{ status = 503 }; Once = 'whole'; Lasting = 'ServiceFault'; Also = $all }
@{ Fault = '504'; Reply = @{ status = 504 }; Once = 'whole'; Lasting = 'ServiceFault' }
@{ Fault = '511 with a page'; Reply = @{ status = 511; contentType = 'text/html'; body = '<html><title>Sign in</title>' }; Once = 'MalformedResponse'; Lasting = 'MalformedResponse' }
@{ Fault = '599'; Reply = @{ status = 599 }; Once = 'whole'; Lasting = 'ServiceFault' }
@{ Fault = 'status 999'; Bytes = 'HTTP/1.1 999 What|Content-Length: 0||'; Once = 'whole'; Lasting = 'ServiceFault' }
@{ Fault = 'status with a letter'; Bytes = 'HTTP/1.1 2O0 OK|Content-Length: 0||'; Once = 'whole'; Lasting = 'ConnectionFailed' }

# Errors that the service names.
@{ Fault = 'ThrottlingException'; Reply = @{ errorType = 'ThrottlingException' }; Once = 'whole'; Lasting = 'Throttled'; Also = $all }
@{ Fault = 'InternalServerException'; Reply = @{ errorType = 'InternalServerException' }; Once = 'whole'; Lasting = 'ServiceFault' }
@{ Fault = 'AccessDeniedException'; Reply = @{ errorType = 'AccessDeniedException' }; Once = 'AccessDenied'; Lasting = 'AccessDenied'; Also = $all }
@{ Fault = 'ValidationException'; Reply = @{ errorType = 'ValidationException' }; Once = 'ValidationFailed'; Lasting = 'ValidationFailed' }
@{ Fault = 'ExpiredTokenException'; Reply = @{ errorType = 'ExpiredTokenException' }; Once = 'CredentialsExpired'; Lasting = 'CredentialsExpired' }
@{ Fault = 'UnrecognizedClientException'; Reply = @{ errorType = 'UnrecognizedClientException' }; Once = 'CredentialsRejected'; Lasting = 'CredentialsRejected'; Also = $all }
@{ Fault = 'an exception that does not exist yet'; Reply = @{ errorType = 'SomethingNewException' }; Once = 'ValidationFailed'; Lasting = 'ValidationFailed' }
@{ Fault = 'an error whose body is cut'; Reply = @{ status = 503; body = '{"message":"Slow' }; Once = 'whole'; Lasting = 'ServiceFault' }
@{ Fault = 'an error of 1 MB'; Reply = @{ status = 400; errorType = 'ValidationException'; message = 'x' * 1000KB }; Once = 'ValidationFailed'; Lasting = 'ValidationFailed' }
@{ Fault = 'an error without end'; Bytes = "HTTP/1.1 500 Oops||$('x' * 32KB)"; End = 'endless'; Once = 'MalformedResponse'; Lasting = 'MalformedResponse' }
@{ Fault = 'ThrottlingException with status 200'; Bytes = (Page '{"__type":"ThrottlingException"}'); Once = 'whole'; Lasting = 'Throttled' }
@{ Fault = 'a message with status 200'; Bytes = (Page '{"message":"Please log in."}'); Once = 'MalformedResponse'; Lasting = 'MalformedResponse' }

# Framing.
@{ Fault = 'no length, closed at the end'; Bytes = "$ok||{body}"; Once = 'whole'; Lasting = 'whole'; Also = $all }
@{ Fault = 'HTTP/1.0'; Bytes = 'HTTP/1.0 200 OK||{body}'; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'two equal lengths'; Bytes = "$ok|Content-Length: {length}|Content-Length: {length}||{body}"; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'two lengths'; Bytes = "$ok|Content-Length: 5|Content-Length: {length}||{body}"; Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'a length that is too short'; Bytes = "$ok|Content-Length: 20||{body}"; Once = 'whole'; Lasting = 'MalformedResponse'; Also = 'Get', 'Wait' }
@{ Fault = 'a length that is too long'; Bytes = "$ok|Content-Length: 5000000||{body}"; Once = 'whole'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'a length of a terabyte'; Bytes = "$ok|Content-Length: 1099511627776||{body}"; Once = 'MalformedResponse'; Lasting = 'MalformedResponse' }
@{ Fault = 'a negative length'; Bytes = "$ok|Content-Length: -1||{body}"; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'a length that is not a number'; Bytes = "$ok|Content-Length: many||{body}"; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'chunks'; Bytes = "$ok|Transfer-Encoding: chunked||{chunkLength};x=y|{body}|0|X-Trailer: 1||"; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'chunks and a length'; Bytes = "$ok|Content-Length: 3|Transfer-Encoding: chunked||{chunkLength}|{body}|0||"; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'a chunk size that is not a number'; Bytes = "$ok|Transfer-Encoding: chunked||zz|{body}|0||"; Once = 'whole'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'a chunk size that is too short'; Bytes = "$ok|Transfer-Encoding: chunked||1|{body}|0||"; Once = 'whole'; Lasting = 'ConnectionFailed' }
@{ Fault = 'no last chunk'; Bytes = "$ok|Transfer-Encoding: chunked||{chunkLength}|{body}|"; Once = 'whole'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'an unknown transfer encoding'; Bytes = "$ok|Transfer-Encoding: braille||{body}"; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'headers without end'; Bytes = "$ok|X-More: "; Once = 'whole'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'a header of 1 MB'; Bytes = "$ok|X-Long: $('x' * 1MB)|Content-Length: {length}||{body}"; Once = 'whole'; Lasting = 'ConnectionFailed' }
@{ Fault = '5,000 headers'; Bytes = "$ok|$((1..5000).ForEach({ "X-Header-${_}: value" }) -join '|')|Content-Length: {length}||{body}"; Once = 'whole'; Lasting = 'ConnectionFailed' }
@{ Fault = 'a header without a colon'; Bytes = "$ok|What is this|Content-Length: {length}||{body}"; Once = 'whole'; Lasting = 'ConnectionFailed' }
@{ Fault = 'a header with bytes beyond ASCII'; Bytes = "$ok|X-Odd: `u{e9}`u{ff}`u{80}|Content-Length: {length}||{body}"; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'a NUL in a header'; Bytes = "$ok|X-Odd: a`0b|Content-Length: {length}||{body}"; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'a folded header'; Bytes = "$ok|X-Folded: a| b|Content-Length: {length}||{body}"; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'HTTP/0.9'; Bytes = '{body}'; Once = 'whole'; Lasting = 'ConnectionFailed' }
@{ Fault = 'HTTP/2 without a request for it'; Bytes = "$(Latin1 (0, 0, 0, 4, 0, 0, 0, 0, 0))"; Once = 'whole'; Lasting = 'ConnectionFailed' }
@{ Fault = 'SSH'; Bytes = 'SSH-2.0-OpenSSH_9.9|'; Once = 'whole'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'an empty line before the reply'; Bytes = "|$ok|Content-Length: {length}||{body}"; Once = 'whole'; Lasting = 'ConnectionFailed' }

# Resets, cuts and stalls.
@{ Fault = 'reset before the reply'; Reply = @{ connection = 'reset' }; Once = 'whole'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'closed before the reply'; Bytes = ''; Once = 'whole'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'reset in the headers'; Bytes = 'HTTP/1.1 200 O'; End = 'reset'; Once = 'whole'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'reset in the body'; Bytes = "$ok|Content-Length: 999||$begun"; End = 'reset'; Once = 'whole'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'closed in the body'; Reply = @{ connection = 'truncate' }; Once = 'whole'; Lasting = 'ConnectionFailed' }
@{ Fault = 'no length, closed in the body'; Bytes = "$ok||$begun"; Once = 'whole'; Lasting = 'MalformedResponse'; Also = $all }
@{ Fault = 'stalls before the reply'; Reply = @{ connection = 'stall' }; Once = 'whole'; Lasting = 'RequestTimedOut'; AtFirst = $true; Also = $all }
@{ Fault = 'stalls in the headers'; Bytes = "$ok|X-More: "; End = 'stall'; Once = 'whole'; Lasting = 'RequestTimedOut'; AtFirst = $true }
@{ Fault = 'stalls in the body'; Bytes = "$ok|Content-Length: 999||$begun"; End = 'stall'; Once = 'whole'; Lasting = 'RequestTimedOut'; AtFirst = $true; Also = $all }
# Without the header, another case could send its request over this connection, because all cases share their connections.
@{ Fault = 'stalls after the body'; Bytes = "$ok|Connection: close|Content-Length: {length}||{body}"; End = 'stall'; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'a byte a second'; Bytes = "$ok|Content-Length: {length}||{body}"; Pause = '00:00:01'; Once = 'whole'; Lasting = 'RequestTimedOut'; AtFirst = $true }
@{ Fault = 'a byte a millisecond'; Bytes = "$ok|Content-Length: {length}||{body}"; Pause = '00:00:00.001'; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'a body without end'; Bytes = "$ok||$(' ' * 64KB)"; End = 'endless'; Once = 'MalformedResponse'; Lasting = 'MalformedResponse'; Also = 'Get' }

# Encodings.
@{ Fault = 'gzip without a request for it'; Bytes = (Page (Compressed ([IO.Compression.GZipStream])) 'Content-Encoding: gzip'); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'Brotli without a request for it'; Bytes = (Page (Compressed ([IO.Compression.BrotliStream])) 'Content-Encoding: br'); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'deflate without a request for it'; Bytes = (Page (Compressed ([IO.Compression.DeflateStream])) 'Content-Encoding: deflate'); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'plain text with the content encoding gzip'; Bytes = "$ok|Content-Encoding: gzip|Content-Length: {length}||{body}"; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'a byte order mark'; Bytes = "$ok||`u{ef}`u{bb}`u{bf}{body}"; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'UTF-16'; Bytes = (Page ((Latin1 (0xff, 0xfe)) + (Latin1 ([Text.Encoding]::Unicode.GetBytes($empty))))); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'Latin-1 in a name'; Bytes = (Page "{`"modelCustomizationJobSummaries`":[{`"jobName`":`"caf`u{e9}`"}]}"); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'an overlong byte sequence'; Bytes = (Page "{`"modelCustomizationJobSummaries`":[],`"nextToken`":`"`u{c0}`u{af}`"}"); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'half a surrogate pair'; Bytes = (Page '{"modelCustomizationJobSummaries":[],"nextToken":"\ud800"}'); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'no content type'; Bytes = 'HTTP/1.1 200 OK|Content-Length: {length}||{body}'; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'a content type of HTML'; Bytes = 'HTTP/1.1 200 OK|Content-Type: text/html; charset=utf-16|Content-Length: {length}||{body}'; Once = 'whole'; Lasting = 'whole' }
@{ Fault = 'an invalid content type'; Bytes = 'HTTP/1.1 200 OK|Content-Type: ;;/|Content-Length: {length}||{body}'; Once = 'whole'; Lasting = 'whole' }

# Bodies of other types.
@{ Fault = 'an empty body'; Bytes = (Page ''); Once = 'whole'; Lasting = 'MalformedResponse'; Also = 'Get', 'Wait' }
@{ Fault = 'a sign-in page'; Bytes = (Page '<html><title>Sign in</title></html>'); Once = 'whole'; Lasting = 'MalformedResponse'; Also = $all }
@{ Fault = 'null'; Bytes = (Page 'null'); Once = 'whole'; Lasting = 'MalformedResponse'; Also = $all }
@{ Fault = 'a list'; Bytes = (Page '[{}]'); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'a text'; Bytes = (Page '"text"'); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'an object without the list'; Bytes = (Page '{}'); Once = 'whole'; Lasting = 'MalformedResponse'; Also = 'Get' }
@{ Fault = 'null in place of the list'; Bytes = (Page '{"modelCustomizationJobSummaries":null}'); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'a text in place of the list'; Bytes = (Page '{"modelCustomizationJobSummaries":"text"}'); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'an object in place of the list'; Bytes = (Page '{"modelCustomizationJobSummaries":{}}'); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'numbers in the list'; Bytes = (Page '{"modelCustomizationJobSummaries":[1,2]}'); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'the list twice'; Bytes = (Page '{"modelCustomizationJobSummaries":[],"modelCustomizationJobSummaries":[]}'); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'more after the page'; Bytes = "$ok||{body}{body}"; Once = 'whole'; Lasting = 'MalformedResponse'; Also = $all }
@{ Fault = 'a page that is cut'; Bytes = (Page $begun); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'brackets 100,000 deep'; Bytes = (Page "{`"new`":$('[' * 100000)$(']' * 100000),`"modelCustomizationJobSummaries`":[]}"); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'an invalid time'; Bytes = (Page "{`"modelCustomizationJobSummaries`":[{$job,`"creationTime`":`"yesterday`"}]}"); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'a time beyond all years'; Bytes = (Page "{`"modelCustomizationJobSummaries`":[{$job,`"creationTime`":1e300}]}"); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'a number of 100,000 digits'; Bytes = (Page "{`"modelCustomizationJobSummaries`":[{$job,`"creationTime`":$('9' * 100000)}]}"); Once = 'whole'; Lasting = 'MalformedResponse' }

# Page tokens.
@{ Fault = 'a token that is a number'; Bytes = (Page '{"modelCustomizationJobSummaries":[],"nextToken":12}'); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'a token that is an object'; Bytes = (Page '{"modelCustomizationJobSummaries":[],"nextToken":{}}'); Once = 'whole'; Lasting = 'MalformedResponse' }
@{ Fault = 'a token that the service does not know'; Bytes = (Page '{"modelCustomizationJobSummaries":[],"nextToken":"unknown"}'); Once = 'ValidationFailed'; Lasting = 'RepeatedToken'; GoesOn = $false }
@{ Fault = 'a token of control characters'; Bytes = (Page '{"modelCustomizationJobSummaries":[],"nextToken":"\u001b[2J\r\n\u0000"}'); Once = 'ValidationFailed'; Lasting = 'RepeatedToken'; GoesOn = $false }
@{ Fault = 'a token of 6,000 characters'; Bytes = (Page "{`"modelCustomizationJobSummaries`":[],`"nextToken`":`"$('t' * 6000)`"}"); Once = 'ValidationFailed'; Lasting = 'RepeatedToken'; GoesOn = $false }

# Before HTTP is spoken.
@{ Fault = 'the connection is closed'; Connect = 'closed'; Once = 'whole'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'the connection is reset'; Connect = 'reset'; Once = 'whole'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'TLS: the handshake stalls'; Connect = 'silent'; Tls = $true; Once = 'whole'; Lasting = 'RequestTimedOut' }
@{ Fault = 'TLS: the connection is closed'; Connect = 'closed'; Tls = $true; Once = 'whole'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'TLS: the connection is reset'; Connect = 'reset'; Tls = $true; Once = 'whole'; Lasting = 'ConnectionFailed' }
@{ Fault = 'TLS: bytes of another protocol'; Connect = 'garbage'; Tls = $true; Once = 'ConnectionFailed'; Lasting = 'ConnectionFailed' }
@{ Fault = 'TLS: plain HTTP'; Connect = 'plain'; Tls = $true; Once = 'ConnectionFailed'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'TLS: a self-signed certificate'; Connect = 'selfSigned'; Tls = $true; Once = 'ConnectionFailed'; Lasting = 'ConnectionFailed'; Also = $all }
@{ Fault = 'TLS: another host''s certificate'; Connect = 'wrongHost'; Tls = $true; Once = 'ConnectionFailed'; Lasting = 'ConnectionFailed' }
@{ Fault = 'TLS: a certificate that has expired'; Connect = 'expired'; Tls = $true; Once = 'ConnectionFailed'; Lasting = 'ConnectionFailed' }
