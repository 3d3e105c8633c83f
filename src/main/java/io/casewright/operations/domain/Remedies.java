package io.casewright.operations.domain;

/** What to do about incidents that the engine itself raises, and what their kinds are called. */
public final class Remedies {

    private Remedies() {}

    /** What went wrong, in a few words. */
    public static String wordsOf(String kind) {
        return switch (kind) {
            case "JOB_NO_RETRIES" -> "A step failed and has no attempts left";
            case "TASK_LISTENER_NO_RETRIES" -> "What happened to a task could not be written down";
            case "EXECUTION_LISTENER_NO_RETRIES" -> "A listener of a step failed and has no attempts left";
            case "AD_HOC_SUB_PROCESS_NO_RETRIES" -> "A sub-process failed and has no attempts left";
            case "IO_MAPPING_ERROR" -> "Variables of a step cannot be made";
            case "CONDITION_ERROR" -> "No way out of a gateway fits";
            case "EXTRACT_VALUE_ERROR" -> "An expression of the model has no usable result";
            case "CALLED_ELEMENT_ERROR" -> "The process that is called is not there";
            case "UNHANDLED_ERROR_EVENT" -> "Nobody catches an error that a step reported";
            case "MESSAGE_SIZE_EXCEEDED" -> "The variables of a process are too large";
            case "CALLED_DECISION_ERROR" -> "The decision that is called is not there";
            case "DECISION_EVALUATION_ERROR" -> "A decision cannot be made";
            case "FORM_NOT_FOUND" -> "The form of a task is not there";
            case "RESOURCE_NOT_FOUND" -> "A file that a step needs is not there";
            default -> "The engine cannot go on";
        };
    }

    /** What to do, in a sentence. */
    public static String of(String kind) {
        return switch (kind) {
            case "JOB_NO_RETRIES", "EXECUTION_LISTENER_NO_RETRIES", "AD_HOC_SUB_PROCESS_NO_RETRIES" ->
                "Mend what the message names, see that the worker runs, then retry.";
            case "TASK_LISTENER_NO_RETRIES" ->
                "See that the application and its database run, mend what the message names, then retry; the task waits meanwhile.";
            case "IO_MAPPING_ERROR", "EXTRACT_VALUE_ERROR" ->
                "Set the variable that the message names in Operate, or deploy a model with a corrected expression and migrate the instances to it, then retry.";
            case "CONDITION_ERROR" ->
                "Set the variable that the gateway decides by to a value with a way out in Operate, or deploy a model with a default way and migrate the instances to it, then retry.";
            case "CALLED_ELEMENT_ERROR" ->
                "Deploy the process that the message names, which a start of the application does, then retry.";
            case "UNHANDLED_ERROR_EVENT" ->
                "Deploy a model that catches the error code named in the message and migrate the instances to it, then retry.";
            case "MESSAGE_SIZE_EXCEEDED" -> "Make the variables of the instance smaller in Operate, then retry.";
            case "CALLED_DECISION_ERROR" ->
                "Deploy the decision that the message names, which a start of the application does, then retry.";
            case "DECISION_EVALUATION_ERROR" ->
                "Set the variable that the decision needs in Operate, or deploy a corrected decision, then retry.";
            case "FORM_NOT_FOUND" ->
                "Deploy the form that the message names together with its process, which a start of the application does, then retry.";
            case "RESOURCE_NOT_FOUND" -> "Deploy what the message names, then retry.";
            default -> "See the message and the log of the engine, mend what they name, then retry.";
        };
    }
}
