<#
.SYNOPSIS
    Runs steps in this new PowerShell. Prints the result of each and the loaded assemblies as JSON.
.PARAMETER Step
    Scripts, run one after the other.
#>
param([Parameter(Mandatory)] [string[]] $Step)

$results = foreach ($script in $Step) {
    try {
        $output = @(& ([scriptblock]::Create($script)) 2>&1)
    }
    catch {
        $output = @($_)
    }

    $errors, $values = $output.Where({ $_ -is [Management.Automation.ErrorRecord] }, 'Split')
    $assemblies = foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) {
        if ($assembly.GetName().Name -match '^(AWSSDK|BedrockJobs)\b') {
            @{
                Name    = $assembly.GetName().Name
                Version = $assembly.GetCustomAttributes([Reflection.AssemblyFileVersionAttribute], $false).Version
                Context = [Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly).Name
                Path    = $assembly.Location
            }
        }
    }

    @{
        Output     = @($values | ForEach-Object { "$_" })
        Errors     = @($errors | ForEach-Object { "$_" })
        Assemblies = @($assemblies)
    }
}

ConvertTo-Json @($results) -Depth 5 -Compress
