# Invalid, contradictory, and hostile values of parameters. Each is rejected before any request, with an error that contains
# the parameter, the value, and the allowed values, and that can't drive the terminal.

BeforeDiscovery {
    $forms = @(
        @{ Form = 'Get-BdrCustomizationJob' }
        @{ Form = 'Get-BdrCustomizationJob -JobIdentifier train-1' }
        @{ Form = 'Wait-BdrCustomizationJob train-1' }
        @{ Form = 'Stop-BdrCustomizationJob train-1 -Confirm:$false' }
    )

    # The parameters that all commands have.
    $everywhere = @(
        @{ Values = '-Region ""'; Names = , 'Region' }
        @{ Values = '-Region $null'; Names = , 'Region' }
        @{ Values = '-Region @()'; Names = , 'Region' }
        @{ Values = '-Region us-east-1, $null'; Names = , 'Region' }
        @{ Values = '-Region us-east-1, ""'; Names = , 'Region' }
        @{ Values = '-Region "us east 1"'; Names = 'Region', 'us east 1', 'us-east-1' }
        @{ Values = '-Region us-*'; Names = 'Region', 'us-*', 'us-east-1' }
        @{ Values = '-Region "us-east-1$esc"'; Names = 'Region', 'us-east-1' }
        @{ Values = '-Region "us-east-1$line"'; Names = 'Region', 'us-east-1' }
        @{ Values = '-Region "us-east-1$nul"'; Names = 'Region', 'us-east-1' }
        @{ Values = '-Region "$bidi"'; Names = , 'Region' }
        @{ Values = '-Region "us-e${homoglyph}st-1"'; Names = 'Region', 'us-east-1' }
        @{ Values = '-Region "us-east-1$lone"'; Names = 'Region', 'us-east-1' }
        @{ Values = '-Region $huge'; Names = 'Region', 'xxxxxxxx' }
        @{ Values = '-Region evil.example/us-east-1'; Names = 'Region', 'evil.example/us-east-1' }
        @{ Values = '-Region us-east-1.evil.example'; Names = 'Region', 'us-east-1.evil.example' }
        @{ Values = '-Region 42'; Names = 'Region', "'42'" }
        @{ Values = '-EndpointUrl ""'; Names = 'EndpointUrl', 'https://' }
        @{ Values = '-EndpointUrl $null'; Names = 'EndpointUrl', 'https://' }
        @{ Values = '-EndpointUrl bedrock.local'; Names = 'EndpointUrl', 'bedrock.local', 'https://' }
        @{ Values = '-EndpointUrl file:///etc/passwd'; Names = 'EndpointUrl', 'file:///etc/passwd', 'https://' }
        @{ Values = '-EndpointUrl javascript:alert(1)'; Names = 'EndpointUrl', 'https://' }
        @{ Values = '-EndpointUrl https://me:hunter2@bedrock.local'; Names = , 'EndpointUrl' }
        @{ Values = '-EndpointUrl https://bedrock.local:99999'; Names = 'EndpointUrl', 'https://bedrock.local:99999' }
        @{ Values = '-EndpointUrl https://bedrock.local:-1'; Names = 'EndpointUrl', 'https://bedrock.local:-1' }
        @{ Values = '-EndpointUrl https://'; Names = 'EndpointUrl', 'https://' }
        @{ Values = '-EndpointUrl "https://bedrock.local/?x=$esc"'; Names = 'EndpointUrl', 'https://bedrock.local' }
        @{ Values = '-EndpointUrl "https://bedrock.local/$esc"'; Names = 'EndpointUrl', 'https://bedrock.local' }
        @{ Values = '-EndpointUrl "https://bedrock.local$line"'; Names = 'EndpointUrl', 'https://bedrock.local' }
        @{ Values = '-EndpointUrl "https://bedrock.local/$bidi"'; Names = 'EndpointUrl', 'https://bedrock.local' }
        @{ Values = '-EndpointUrl "${homoglyph}ttps://bedrock.local"'; Names = , 'EndpointUrl' }
        @{ Values = '-EndpointUrl $huge'; Names = 'EndpointUrl', 'xxxxxxxx', 'https://' }
        @{ Values = '-ThrottleLimit 0'; Names = 'ThrottleLimit', '0', '1' }
        @{ Values = '-ThrottleLimit -1'; Names = 'ThrottleLimit', '-1', '1' }
        @{ Values = '-ThrottleLimit 65'; Names = 'ThrottleLimit', '65', '64' }
        @{ Values = '-ThrottleLimit ([long]::MaxValue)'; Names = 'ThrottleLimit', '9223372036854775807', '64' }
        @{ Values = '-ThrottleLimit ([double]::NaN)'; Names = 'ThrottleLimit', 'NaN', '64' }
        @{ Values = '-ThrottleLimit ([double]::PositiveInfinity)'; Names = 'ThrottleLimit', '64' }
        @{ Values = '-ThrottleLimit $null'; Names = , 'ThrottleLimit' }
        @{ Values = '-ThrottleLimit "$esc"'; Names = 'ThrottleLimit', '64' }
        @{ Values = '-ThrottleLimit $huge'; Names = 'ThrottleLimit', 'xxxxxxxx', '64' }
        @{ Values = '-ProfileName ""'; Names = , 'ProfileName' }
        @{ Values = '-ProfileName base, $null'; Names = , 'ProfileName' }
        @{ Values = '-ProfileLocation ""'; Names = , 'ProfileLocation' }
        @{ Values = '-ProfileLocation "no-such-file$esc"'; Names = 'ProfileLocation', 'no-such-file'; Id = 'ProfileLocationNotFound' }
        @{ Values = '-ProfileLocation $TestDrive'; Names = 'ProfileLocation', '~/.aws/credentials'; Id = 'ProfileLocationNotFound' }
        @{ Values = '-Credential @{ Key = "hunter2" }'; Names = 'Credential', 'PSCredential' }
        @{ Values = '-Credential 42'; Names = 'Credential', 'PSCredential' }
        @{ Values = '-Credential ([pscredential]::new("hunter2hunter2$esc", (ConvertTo-SecureString hunter2 -AsPlainText -Force)))'; Names = 'Credential', 'AKIA' }
        @{ Values = '-Credential ([pscredential]::new("AKIAIOSFODNN7EXAMPLE", [securestring]::new()))'; Names = 'Credential', 'secret access key' }
        @{ Values = '-Credential ([pscredential]::new("AKIAIOSFODNN7EXAMPLE", (ConvertTo-SecureString "hunter2$line" -AsPlainText -Force)))'; Names = 'Credential', 'line break' }
        @{ Values = '-SessionToken hunter2'; Names = 'SessionToken', 'SecureString' }
        @{ Values = '-SessionToken $null'; Names = , 'SessionToken' }
        @{ Values = '-SessionToken (ConvertTo-SecureString "hunter2$esc" -AsPlainText -Force)'; Names = 'SessionToken', 'control character' }
        @{ Values = '-SessionToken (ConvertTo-SecureString hunter2 -AsPlainText -Force)'; Names = 'SessionToken', 'Credential'; Id = 'SessionTokenWithoutCredential' }
    )

    $identifiers = @(
        @{ Values = '""'; Names = , 'JobIdentifier' }
        @{ Values = '$null'; Names = , 'JobIdentifier' }
        @{ Values = '@()'; Names = , 'JobIdentifier' }
        @{ Values = 'train-1, $null'; Names = , 'JobIdentifier' }
        @{ Values = 'train-*'; Names = 'JobIdentifier', 'train-*', 'ARN' }
        @{ Values = '"train 1"'; Names = 'JobIdentifier', 'train 1', 'ARN' }
        @{ Values = '"../models"'; Names = 'JobIdentifier', '../models', 'ARN' }
        @{ Values = '"-train"'; Names = 'JobIdentifier', '-train', 'ARN' }
        @{ Values = '"train$esc"'; Names = 'JobIdentifier', 'train', 'ARN' }
        @{ Values = '"train$line"'; Names = 'JobIdentifier', 'train', 'ARN' }
        @{ Values = '"train$nul"'; Names = 'JobIdentifier', 'train', 'ARN' }
        @{ Values = '"train$bidi"'; Names = 'JobIdentifier', 'train', 'ARN' }
        @{ Values = '"tr${homoglyph}in-1"'; Names = 'JobIdentifier', 'ARN' }
        @{ Values = '"train$lone"'; Names = 'JobIdentifier', 'train', 'ARN' }
        @{ Values = '$huge'; Names = 'JobIdentifier', 'xxxxxxxx', 'ARN' }
        @{ Values = '("x" * 1012)'; Names = 'JobIdentifier', 'xxxxxxxx', 'ARN' }
        @{ Values = '$true'; Names = 'JobIdentifier', 'JobArn' }
        @{ Values = '([double]::NaN, $null)'; Names = , 'JobIdentifier' }
        @{ Values = '-42'; Names = 'JobIdentifier', "'-42'", 'ARN' }
        @{ Values = '(Get-Date)'; Names = 'JobIdentifier', 'JobArn' }
        @{ Values = '@{ JobArn = "" }'; Names = 'JobIdentifier', 'JobArn' }
        @{ Values = '([pscustomobject]@{ JobArn = "x$esc" })'; Names = 'JobIdentifier', 'x', 'ARN' }
        @{ Values = '$arn.Replace(":bedrock:", ":sagemaker:")'; Names = 'JobIdentifier', ':sagemaker:' }
        @{ Values = '$arn.Replace("arn:aws:", "arn:azure:")'; Names = 'JobIdentifier', 'arn:azure:' }
        @{ Values = '$arn.Replace("model-customization-job", "custom-model")'; Names = 'JobIdentifier', 'custom-model' }
        @{ Values = '$arn.Replace("us-east-1", "moon-east")'; Names = 'JobIdentifier', 'moon-east' }
        @{ Values = '$arn.Replace("111122223333", "1111")'; Names = 'JobIdentifier', ':1111:' }
        @{ Values = '($arn + "/..")'; Names = 'JobIdentifier', '/..' }
        @{ Values = '($arn + $esc)'; Names = , 'JobIdentifier' }
        @{ Values = '$arn -Region eu-west-1'; Names = 'Region', 'eu-west-1', 'us-east-1'; Id = 'RegionContradictsArn' }
    )

    $own = @(
        @{ Values = 'Get-BdrCustomizationJob -Name $null'; Names = , 'Name' }
        @{ Values = 'Get-BdrCustomizationJob -Name train-1, $null'; Names = , 'Name' }
        @{ Values = 'Get-BdrCustomizationJob -Name "train-[a$nul"'; Names = 'Name', 'train-[a', 'wildcard' }
        @{ Values = 'Get-BdrCustomizationJob -Name $huge'; Names = 'Name', 'xxxxxxxx', '1,000' }
        @{ Values = 'Get-BdrCustomizationJob -Name ("*a" * 501)'; Names = 'Name', '*a*a', '1,000' }
        @{ Values = 'Get-BdrCustomizationJob -NameContains ""'; Names = 'NameContains', '63' }
        @{ Values = 'Get-BdrCustomizationJob -NameContains $null'; Names = 'NameContains', '63' }
        @{ Values = 'Get-BdrCustomizationJob -NameContains train-*'; Names = 'NameContains', 'train-*', '-Name' }
        @{ Values = 'Get-BdrCustomizationJob -NameContains "a$esc"'; Names = 'NameContains', '63' }
        @{ Values = 'Get-BdrCustomizationJob -NameContains "a$line"'; Names = 'NameContains', '63' }
        @{ Values = 'Get-BdrCustomizationJob -NameContains "a$bidi"'; Names = 'NameContains', '63' }
        @{ Values = 'Get-BdrCustomizationJob -NameContains ("a" * 64)'; Names = 'NameContains', '63' }
        @{ Values = 'Get-BdrCustomizationJob -NameContains $huge'; Names = 'NameContains', 'xxxxxxxx', '63' }
        @{ Values = 'Get-BdrCustomizationJob -NameContains a, b'; Names = , 'NameContains'; Id = 'CannotConvertArgument*' }
        @{ Values = 'Get-BdrCustomizationJob -Status ""'; Names = , 'Status' }
        @{ Values = 'Get-BdrCustomizationJob -Status Failed, $null'; Names = , 'Status' }
        @{ Values = 'Get-BdrCustomizationJob -Status Fail*'; Names = 'Status', 'Fail*', 'Failed' }
        @{ Values = 'Get-BdrCustomizationJob -Status "Failed$esc"'; Names = 'Status', 'Failed', 'is not a status' }
        @{ Values = 'Get-BdrCustomizationJob -Status "F${homoglyph}iled"'; Names = 'Status', 'is not a status' }
        @{ Values = 'Get-BdrCustomizationJob -Status $huge'; Names = 'Status', 'xxxxxxxx' }
        @{ Values = 'Get-BdrCustomizationJob -SortOrder Up'; Names = 'SortOrder', 'Up', 'Descending', 'Ascending' }
        @{ Values = 'Get-BdrCustomizationJob -SortOrder "Ascending$line"'; Names = 'SortOrder', 'ASCII' }
        @{ Values = 'Get-BdrCustomizationJob -SortBy "CreationTime$bidi"'; Names = 'SortBy', 'ASCII' }
        @{ Values = 'Get-BdrCustomizationJob -SortBy $huge'; Names = 'SortBy', 'xxxxxxxx' }
        @{ Values = 'Get-BdrCustomizationJob -Name ""'; Names = , 'Name' }
        @{ Values = 'Get-BdrCustomizationJob -Name @("a", "")'; Names = , 'Name' }
        @{ Values = 'Get-BdrCustomizationJob -Name "cl*[a-"'; Names = 'Name', 'cl*[a-', 'wildcard' }
        @{ Values = 'Get-BdrCustomizationJob -NameContains ("-" * 60 + "!")'; Names = 'NameContains', '63' }
        @{ Values = 'Get-BdrCustomizationJob -Status "Fail$([char] 0xAD)ed"'; Names = 'Status', 'is not a status' }
        @{ Values = 'Get-BdrCustomizationJob -Status Stopped, "Failed$nul"'; Names = 'Status', 'is not a status' }
        @{ Values = 'Get-BdrCustomizationJob -Status @()'; Names = , 'Status' }
        @{ Values = 'Get-BdrCustomizationJob -Status $null'; Names = , 'Status' }
        @{ Values = 'Get-BdrCustomizationJob -SortOrder "Ascending$([char] 0x200B)"'; Names = 'SortOrder', 'ASCII' }
        @{ Values = 'Get-BdrCustomizationJob -SortBy "Creation${nul}Time"'; Names = 'SortBy', 'ASCII' }
        @{ Values = 'Get-BdrCustomizationJob -SortBy Name'; Names = 'SortBy', 'Name', 'CreationTime' }
        @{ Values = 'Get-BdrCustomizationJob -PageSize 0'; Names = 'PageSize', '0', '1' }
        @{ Values = 'Get-BdrCustomizationJob -PageSize 1001'; Names = 'PageSize', '1001', '1000' }
        @{ Values = 'Get-BdrCustomizationJob -PageSize ([int]::MinValue)'; Names = 'PageSize', '-2147483648' }
        @{ Values = 'Get-BdrCustomizationJob -PageSize ([double]::NaN)'; Names = 'PageSize', 'NaN', '1000' }
        @{ Values = 'Get-BdrCustomizationJob -PageSize "$esc"'; Names = 'PageSize', '1000' }
        @{ Values = 'Get-BdrCustomizationJob -NextToken ""'; Names = 'NextToken', '2048' }
        @{ Values = 'Get-BdrCustomizationJob -NextToken "a b$esc"'; Names = 'NextToken', 'a b', '2048' }
        @{ Values = 'Get-BdrCustomizationJob -NextToken "abc$line"'; Names = 'NextToken', 'abc', '2048' }
        @{ Values = 'Get-BdrCustomizationJob -NextToken $huge'; Names = 'NextToken', 'xxxxxxxx', '2048' }
        @{ Values = 'Get-BdrCustomizationJob -NextToken ("a" * 2049)'; Names = 'NextToken', '2048' }
        @{ Values = 'Get-BdrCustomizationJob -NextToken abc -ProfileName a, b'; Names = , 'NextToken'; Id = 'TokenWithSeveralTargets' }
        @{ Values = 'Get-BdrCustomizationJob -NextToken abc -Region us-east-1, eu-west-1'; Names = , 'NextToken'; Id = 'TokenWithSeveralTargets' }
        @{ Values = 'Get-BdrCustomizationJob -NextToken abc -MaxAge 7d'; Names = 'NextToken', 'MaxAge'; Id = 'TokenWithMaxAge' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedAfter soon'; Names = 'CreatedAfter', 'soon', '2026' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedAfter ""'; Names = 'CreatedAfter', '2026' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedAfter $null'; Names = , 'CreatedAfter'; Id = 'ParameterBindingFailed' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedAfter "2026-02-30"'; Names = 'CreatedAfter', '2026-02-30' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedAfter "2026-01-01T24:61:00Z"'; Names = 'CreatedAfter', '24:61' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedAfter "2026-01-01$esc"'; Names = 'CreatedAfter', '2026-01-01' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedBefore "$bidi"'; Names = 'CreatedBefore', '2026' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedBefore $huge'; Names = 'CreatedBefore', 'xxxxxxxx' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedAfter 1764028800'; Names = 'CreatedAfter', '1764028800' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedAfter ([double]::NaN)'; Names = 'CreatedAfter', 'NaN' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedAfter ([timespan] "1.00:00:00")'; Names = 'CreatedAfter', '1.00:00:00' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedAfter (Get-Date), (Get-Date)'; Names = , 'CreatedAfter' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedAfter 2026-02-01 -CreatedBefore 2026-01-01'; Names = 'CreatedAfter', '2026-02-01', 'CreatedBefore', '2026-01-01'; Id = 'InvalidTimeRange' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedAfter ([datetime]::MaxValue) -CreatedBefore ([datetime]::MinValue)'; Names = 'CreatedAfter', '9999', 'CreatedBefore', '0001'; Id = 'InvalidTimeRange' }
        @{ Values = 'Get-BdrCustomizationJob -MaxAge ([decimal] 7)'; Names = 'MaxAge', "'7'", '7d' }
        @{ Values = 'Get-BdrCustomizationJob -CreatedAfter 2026-01-01 -MaxAge 7d'; Id = 'AmbiguousParameterSet' }
        @{ Values = 'Get-BdrCustomizationJob -MaxAge soon'; Names = 'MaxAge', 'soon', '7d' }
        @{ Values = 'Get-BdrCustomizationJob -MaxAge ""'; Names = 'MaxAge', '7d' }
        @{ Values = 'Get-BdrCustomizationJob -MaxAge $null'; Names = 'MaxAge', '7d' }
        @{ Values = 'Get-BdrCustomizationJob -MaxAge 0d'; Names = 'MaxAge', '0d', 'zero' }
        @{ Values = 'Get-BdrCustomizationJob -MaxAge ([timespan] "-1.00:00:00")'; Names = 'MaxAge', '-1.00:00:00' }
        @{ Values = 'Get-BdrCustomizationJob -MaxAge ([timespan]::MaxValue)'; Names = 'MaxAge', '36500d' }
        @{ Values = 'Get-BdrCustomizationJob -MaxAge ([timespan]::MinValue)'; Names = 'MaxAge', '36500d' }
        @{ Values = 'Get-BdrCustomizationJob -MaxAge 999999999w'; Names = 'MaxAge', '999999999w', '36500d' }
        @{ Values = 'Get-BdrCustomizationJob -MaxAge ([double]::NaN)'; Names = 'MaxAge', 'NaN' }
        @{ Values = 'Get-BdrCustomizationJob -MaxAge "7d$esc"'; Names = 'MaxAge', '7d' }
        @{ Values = 'Get-BdrCustomizationJob -MaxAge ("1d" * 500000 + "!")'; Names = 'MaxAge', '1d1d' }
        @{ Values = 'Get-BdrCustomizationJob -MaxAge $huge'; Names = 'MaxAge', 'xxxxxxxx' }
        @{ Values = 'Get-BdrCustomizationJob -JobIdentifier train-1 -Name train-1'; Id = 'AmbiguousParameterSet' }
        @{ Values = 'Get-BdrCustomizationJob -JobIdentifier train-1 -Status Failed'; Id = 'AmbiguousParameterSet' }
        @{ Values = 'Get-BdrCustomizationJob -JobIdentifier train-1 -First 3'; Names = 'First', 'JobIdentifier'; Id = 'PagingOfIdentifiers' }
        @{ Values = 'Get-BdrCustomizationJob -InputObject $null'; Names = , 'InputObject' }
        @{ Values = 'Get-BdrCustomizationJob -InputObject @{ NextToken = "x" }'; Names = 'InputObject', 'JobQuery'; Id = 'CannotConvertArgument*' }
        @{ Values = 'Get-BdrCustomizationJob -InputObject "train-1$esc"'; Names = 'InputObject', 'train-1'; Id = 'CannotConvertArgument*' }
        @{ Values = 'Get-BdrCustomizationJob -InputObject ([pscustomobject]@{ Name = "train-1$esc" })'; Names = 'InputObject', 'train-1'; Id = 'CannotConvertArgument*' }
        @{ Values = 'Get-BdrCustomizationJob -InputObject $huge'; Names = 'InputObject', 'xxxxxxxx'; Id = 'CannotConvertArgument*' }
        @{ Values = 'Wait-BdrCustomizationJob train-1 -Timeout -1'; Names = 'Timeout', '-1', '36500d' }
        @{ Values = 'Wait-BdrCustomizationJob train-1 -Timeout forever'; Names = 'Timeout', 'forever', '36500d' }
        @{ Values = 'Wait-BdrCustomizationJob train-1 -Timeout ([timespan]::MinValue)'; Names = 'Timeout', '36500d' }
        @{ Values = 'Wait-BdrCustomizationJob train-1 -Timeout ([timespan]::MaxValue)'; Names = 'Timeout', '36500d' }
        @{ Values = 'Wait-BdrCustomizationJob train-1 -Timeout ([double]::NaN)'; Names = 'Timeout', 'NaN' }
        @{ Values = 'Wait-BdrCustomizationJob train-1 -Timeout $null'; Names = 'Timeout', '36500d' }
        @{ Values = 'Wait-BdrCustomizationJob train-1 -Timeout "5$esc"'; Names = 'Timeout', '36500d' }
        @{ Values = 'Wait-BdrCustomizationJob train-1 -Timeout $huge'; Names = 'Timeout', 'xxxxxxxx' }
        @{ Values = 'Wait-BdrCustomizationJob train-1 -PollInterval 0'; Names = 'PollInterval', "'0'", '1s' }
        @{ Values = 'Wait-BdrCustomizationJob train-1 -PollInterval 2d'; Names = 'PollInterval', '2d', '1d' }
        @{ Values = 'Wait-BdrCustomizationJob train-1 -PollInterval ([timespan] "-00:01:00")'; Names = 'PollInterval', '1s' }
        @{ Values = 'Wait-BdrCustomizationJob train-1 -PollInterval "1m$line!"'; Names = 'PollInterval', '1m' }
        @{ Values = 'Wait-BdrCustomizationJob train-1 -Any:"$esc"'; Names = , 'Any'; Id = 'CannotConvertArgument*' }
        @{ Values = 'Stop-BdrCustomizationJob train-1 -PassThru:"$esc"'; Names = , 'PassThru'; Id = 'CannotConvertArgument*' }
    )

    $rejected = @(
        foreach ($form in $forms) {
            foreach ($row in $everywhere) { $row + @{ Command = "$($form.Form) $($row.Values)" } }
        }

        foreach ($command in 'Get-BdrCustomizationJob', 'Wait-BdrCustomizationJob', 'Stop-BdrCustomizationJob -Confirm:$false') {
            foreach ($row in $identifiers) { $row + @{ Command = "$command -JobIdentifier $($row.Values)" } }
        }

        foreach ($row in $own) { $row + @{ Command = $row.Values } }
    )
}

BeforeAll {
    . (Join-Path $PSScriptRoot TestSession.ps1)
    $service = Start-LocalBedrock -Jobs 3 -Options '--region', 'us-east-1,eu-west-1'
    Set-LocalBedrockEnvironment $service
    $arn = 'arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.nova-micro-v1:0/abcdef123456'
    $esc = "`e[31m`e]0;owned`a"
    $line = "`r`nSecond line"
    $nul = [char] 0
    $bidi = [char] 0x202E
    $homoglyph = [char] 0x430
    $lone = [char] 0xD800
    $huge = 'x' * 1MB
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'

    # The error as a user sees it, and as a log records it.
    function Assert-SafeText {
        param([Management.Automation.ErrorRecord] $Failure)

        $message = "$Failure"
        $message | Should -Not -Match '[\p{Cc}\p{Cf}\u2028\u2029]'
        $message.Length | Should -BeLessThan 2000
        $message | Should -Not -BeLike '*hunter2*'
        $seen = $Failure | Out-String -Width 4000
        $seen.Replace("`r", '').Replace("`n", '') | Should -Not -Match '[\p{Cc}\p{Cf}\u2028\u2029]'
    }
}

AfterAll {
    $PSStyle.OutputRendering = $rendering
    Stop-LocalBedrock $service
}

Describe 'A value that no parameter accepts' {
    BeforeAll {
        Reset-LocalBedrock $service
    }

    It 'is rejected before any request: <Command>' -ForEach $rejected {
        $failure = $null
        try {
            & ([scriptblock]::Create("$Command -ErrorAction Stop"))
        }
        catch {
            $failure = $_
        }

        $failure | Should -Not -BeNullOrEmpty -Because 'the value is not allowed'
        $failure.FullyQualifiedErrorId | Should -BeLike "$($Id ?? 'ParameterArgument*'),BedrockJobs.Commands.$($Command.Split('-')[0])BdrCustomizationJobCommand"
        if (-not $Id) { $failure.Exception | Should -BeOfType Management.Automation.ParameterBindingException }
        foreach ($name in $Names) { "$failure" | Should -BeLike "*$([WildcardPattern]::Escape($name))*" }
        Assert-SafeText $failure
        $asked = Get-LocalBedrockRequest $service
        if ($asked) { Reset-LocalBedrock $service }
        $asked | Should -BeNullOrEmpty
    }

    It 'is tested in <Count> forms' -ForEach @{ Count = $rejected.Count } {
        $Count | Should -BeGreaterThan 100
    }

    It 'is quoted safely if only the service can reject it: <Command>' -ForEach @(
        @{ Command = 'Get-BdrCustomizationJob -Name "train$line"'; Id = 'JobNotFound' }
        @{ Command = 'Get-BdrCustomizationJob -Name "train$nul$bidi$lone"'; Id = 'JobNotFound' }
        @{ Command = 'Get-BdrCustomizationJob -Name ("x" * 1000)'; Id = 'JobNotFound' }
        @{ Command = 'Get-BdrCustomizationJob -NextToken "x$esc"'; Id = 'ValidationFailed' }
        @{ Command = 'Get-BdrCustomizationJob -ProfileName "no$esc"'; Id = 'CredentialsNotFound' }
        @{ Command = 'Get-BdrCustomizationJob -ProfileName $huge'; Id = 'CredentialsNotFound' }
        @{ Command = 'Stop-BdrCustomizationJob train-1 -Confirm:$false -ProfileName "no$line"'; Id = 'CredentialsNotFound' }
        @{ Command = 'Wait-BdrCustomizationJob train-1 -ProfileName "no$bidi"'; Id = 'CredentialsNotFound' }
    ) {
        { & ([scriptblock]::Create("$Command -ErrorAction Stop")) } | Should -Throw -ErrorId "$Id,*"
        Assert-SafeText $Error[0]
    }
}

Describe 'In the culture <Culture>' -ForEach @(
    # The calendars of Thailand, Arabia, and Persia; the i of Turkish; the decimal comma.
    @{ Culture = 'th-TH' }
    @{ Culture = 'ar-SA' }
    @{ Culture = 'fa-IR' }
    @{ Culture = 'tr-TR' }
    @{ Culture = 'de-DE' }
) {
    BeforeAll {
        Clear-LocalBedrockJob $service
        Add-LocalBedrockJob $service @{ jobName = 'TITAN-i1'; status = 'Failed'; creationTime = '2026-01-05T10:00:00Z'; endTime = '2026-01-05T11:30:00Z' }
        $cultureBefore = [cultureinfo]::CurrentCulture
        $uiCultureBefore = [cultureinfo]::CurrentUICulture

        # The time in the last request of a listing.
        function Get-SentTime {
            param([string] $Name = 'creationTimeAfter')
            ([datetime] @(Get-LocalBedrockRequest $service)[-1].query.$Name).ToUniversalTime()
        }
    }

    BeforeEach {
        Reset-LocalBedrock $service
        [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = [cultureinfo]::GetCultureInfo($Culture)
    }

    AfterEach {
        [cultureinfo]::CurrentCulture = $cultureBefore
        [cultureinfo]::CurrentUICulture = $uiCultureBefore
    }

    It 'accepts times in ISO 8601, as objects, and as the culture writes them' {
        $time = [datetime]::new(2026, 1, 5, 9, 30, 0, [DateTimeKind]::Utc)
        $null = Get-BdrCustomizationJob -CreatedAfter '2026-01-05T09:30:00Z'
        Get-SentTime | Should -Be $time
        $null = Get-BdrCustomizationJob -CreatedAfter $time.ToLocalTime().ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture)
        Get-SentTime | Should -Be $time
        $null = Get-BdrCustomizationJob -CreatedAfter $time
        Get-SentTime | Should -Be $time
        $null = Get-BdrCustomizationJob -CreatedAfter $time.ToLocalTime().ToString('G', [cultureinfo]::CurrentCulture)
        Get-SentTime | Should -Be $time
        $null = Get-BdrCustomizationJob -CreatedBefore ([datetimeoffset]::new($time))
        Get-SentTime creationTimeBefore | Should -Be $time
    }

    It 'accepts an age with a decimal point' {
        $null = Get-BdrCustomizationJob -MaxAge 1.5h
        ([datetime]::UtcNow - (Get-SentTime)).TotalMinutes | Should -BeGreaterThan 89.9
        ([datetime]::UtcNow - (Get-SentTime)).TotalMinutes | Should -BeLessThan 92
        { Get-BdrCustomizationJob -MaxAge '1,5h' } | Should -Throw -ErrorId 'ParameterArgument*'
    }

    It 'accepts words and names in any case' {
        $jobs = Get-BdrCustomizationJob -Status FAILED -SortOrder ASCENDING -Region US-EAST-1 -Name titan-I*
        $jobs.JobName | Should -Be TITAN-i1
        $sent = @(Get-LocalBedrockRequest $service)[-1]
        $sent.query.statusEquals | Should -BeExactly Failed
        $sent.region | Should -BeExactly us-east-1
        $null = Get-BdrCustomizationJob -Status INPROGRESS
        @(Get-LocalBedrockRequest $service)[-1].query.statusEquals | Should -BeExactly InProgress
    }

    It 'shows the same table and list as in any culture' {
        $job = Get-BdrCustomizationJob -First 1
        $created = $job.CreationTime.ToString('yyyy-MM-dd HH:mm', [cultureinfo]::InvariantCulture)
        $job | Format-Table | Out-String | Should -BeLike "*$created*"
        $job | Format-Table | Out-String | Should -BeLike '*1h 30m*'
        $job | Format-List | Out-String | Should -BeLike '*: 01:30:00*'
        $job.CreationTime.ToUniversalTime() | Should -Be ([datetime]::new(2026, 1, 5, 10, 0, 0, [DateTimeKind]::Utc))
        $job.Duration | Should -Be ([timespan] '01:30:00')
    }

    It 'writes times in errors and in -Debug as they are sent' {
        { Get-BdrCustomizationJob -CreatedAfter '2026-02-01' -CreatedBefore '2026-01-01' } | Should -Throw -ErrorId 'InvalidTimeRange,*'
        "$($Error[0])" | Should -BeLike '*2026-02-01T00:00:00*2026-01-01T00:00:00*'
        $told = Get-BdrCustomizationJob -CreatedAfter '2026-01-05T09:30:00Z' -Verbose -Debug *>&1 | Out-String
        $told | Should -BeLike '*creationTimeAfter=2026-01-05T09:30:00*'
    }
}

Describe 'At the change of the clocks in <Zone>' -ForEach @(
    @{ Zone = 'Europe/Berlin'; Spring = '2026-03-29T01:00:00Z'; Fall = '2026-10-25T01:00:00Z'; Shift = 60; Offset = 60 }
    @{ Zone = 'America/New_York'; Spring = '2026-03-08T07:00:00Z'; Fall = '2026-11-01T06:00:00Z'; Shift = 60; Offset = -300 }
    # A time zone whose clocks change by half an hour.
    @{ Zone = 'Australia/Lord_Howe'; Spring = '2026-10-03T15:30:00Z'; Fall = '2026-04-04T15:00:00Z'; Shift = 30; Offset = 630 }
) {
    BeforeAll {
        function ConvertTo-Utc {
            param([string] $Text)
            [datetimeoffset]::Parse($Text, [cultureinfo]::InvariantCulture).UtcDateTime
        }

        # The two instants of an hour that occurs twice, and a time that doesn't exist.
        $first = (ConvertTo-Utc $Fall).AddMinutes(-10)
        $second = $first.AddMinutes($Shift)
        $never = (ConvertTo-Utc $Spring).AddMinutes(10)
        Clear-LocalBedrockJob $service
        Add-LocalBedrockJob $service @(
            @{ jobName = 'first'; status = 'Completed'; creationTime = $first.ToString('o'); endTime = $first.AddHours(5).ToString('o') }
            @{ jobName = 'second'; status = 'Completed'; creationTime = $second.ToString('o'); endTime = $second.AddHours(5).ToString('o') }
        )
        Reset-LocalBedrock $service
        $zoneBefore = $env:TZ
        $env:TZ = $Zone
        $script = @"
            Import-Module '$manifest'
            `$first, `$second, `$never = $($first.Ticks), $($second.Ticks), $($never.Ticks) | ForEach-Object { [datetime]::new(`$_, 'Utc') }
            `$reading = [datetime]::new(`$second.AddMinutes($Offset).Ticks, 'Unspecified')
            `$skipped = [datetime]::new(`$never.AddMinutes($Offset).Ticks, 'Unspecified')
            `$times = `$first, `$first.ToLocalTime(), ([datetimeoffset] `$first).ToLocalTime(), `$second, `$second.ToLocalTime(), ([datetimeoffset] `$second).ToLocalTime(), `$reading, `$skipped, `$reading.ToString('yyyy-MM-ddTHH:mm:ss')
            foreach (`$time in `$times) { `$null = Get-BdrCustomizationJob -CreatedAfter `$time }
            foreach (`$time in `$times) { `$null = Get-BdrCustomizationJob -CreatedBefore `$time }
            `$null = Get-BdrCustomizationJob -MaxAge 300d
            `$now = [datetime]::UtcNow
            `$jobs = Get-BdrCustomizationJob -SortOrder Ascending
            ConvertTo-Json -Compress @{
                Zone = `$first.ToLocalTime() -eq `$second.ToLocalTime()
                Now = `$now.Ticks
                Names = `$jobs.JobName
                Kinds = [string[]] `$jobs.CreationTime.Kind
                Created = @(`$jobs.CreationTime | ForEach-Object { `$_.ToUniversalTime().Ticks })
                Durations = `$jobs.Duration.TotalHours
                After = @(Get-BdrCustomizationJob -CreatedAfter `$jobs[0].CreationTime | ForEach-Object JobName)
            }
"@
        $seen = Invoke-NewPowerShell $script | ConvertFrom-Json
        $env:TZ = $zoneBefore
        $sent = @(Get-LocalBedrockRequest $service).rawQuery
        $expected = $first, $first, $first, $second, $second, $second, $second, $never, $second

        function Get-SentTime {
            param([string] $Query, [string] $Name)
            ConvertTo-Utc ([uri]::UnescapeDataString(($Query -split '&' -match "^$Name=").Substring($Name.Length + 1)))
        }
    }

    It 'sends each kind of time as the correct instant' {
        $seen.Zone | Should -BeTrue -Because 'a clock shows both moments alike'
        for ($i = 0; $i -lt $expected.Count; $i++) {
            Get-SentTime $sent[$i] creationTimeAfter | Should -Be $expected[$i]
            Get-SentTime $sent[$i + $expected.Count] creationTimeBefore | Should -Be $expected[$i]
        }
    }

    It 'counts an age in elapsed hours' {
        $age = [datetime]::new($seen.Now, 'Utc') - (Get-SentTime $sent[2 * $expected.Count] creationTimeAfter)
        $age.TotalDays | Should -BeGreaterOrEqual 300
        $age.TotalDays | Should -BeLessThan 300.01
    }

    It 'returns the correct times, order, and durations of jobs' {
        $seen.Names | Should -Be first, second
        $seen.Kinds | Should -Be Local, Local
        $seen.Created | Should -Be $first.Ticks, $second.Ticks
        $seen.Durations | Should -Be 5, 5
    }

    It 'accepts the time of a job as the same instant' {
        $seen.After | Should -Contain second
        $last = Get-SentTime $sent[-1] creationTimeAfter
        $last | Should -Be $first
    }
}
