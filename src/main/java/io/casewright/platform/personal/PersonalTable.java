package io.casewright.platform.personal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table with personal data, or a part of one, as its module describes it. */
public final class PersonalTable {

    /** How it is known whose a row is. */
    enum Belonging {
        /** It is the contact's. */
        CONTACT,
        /** It belongs to a case. */
        CASE,
        /** It is known only by what is in it. */
        MENTION
    }

    /** Is told of each row that was changed, with its values by column. */
    @FunctionalInterface
    public interface Changed {
        void changed(
                Map<String, Object> keys, Map<String, @Nullable String> before, Map<String, @Nullable String> after);
    }

    final String table;
    final Belonging belonging;
    final String whose;
    final Map<String, Treatment> columns = new LinkedHashMap<>();
    final List<String> told = new ArrayList<>();
    List<String> keys = List.of("id");
    String what = "";
    boolean isDeleted;
    boolean isVersioned;
    boolean isCopy;
    Changed changed = (keys, before, after) -> {};

    private PersonalTable(String table, Belonging belonging, String whose) {
        this.table = table;
        this.belonging = belonging;
        this.whose = whose;
        this.what = table.replace('_', ' ');
    }

    /** @param whose condition with {@code :contact} */
    public static PersonalTable ofContact(String table, String whose) {
        return new PersonalTable(table, Belonging.CONTACT, whose);
    }

    /** @param whose condition with {@code (:cases)}, ids of cases, or {@code (:numbers)} */
    public static PersonalTable ofCase(String table, String whose) {
        return new PersonalTable(table, Belonging.CASE, whose);
    }

    /**
     * Rows that nothing but their content connects with a person. One that holds the address is the person's own.
     *
     * @param where condition on the rows that are meant
     */
    public static PersonalTable byMention(String table, String where) {
        return new PersonalTable(table, Belonging.MENTION, where);
    }

    /** What a person calls several rows. */
    public PersonalTable called(String name) {
        what = name;
        return this;
    }

    /** Where it is not {@code id}. */
    public PersonalTable keyedBy(String... columns) {
        keys = List.of(columns);
        return this;
    }

    public PersonalTable with(Treatment treatment, String... names) {
        for (String name : names) {
            columns.put(name, treatment);
        }
        return this;
    }

    /** What else makes the row understood by whom the data is handed out to. */
    public PersonalTable told(String... names) {
        told.addAll(List.of(names));
        return this;
    }

    /** The person's own rows are deleted. */
    public PersonalTable deleted() {
        isDeleted = true;
        return this;
    }

    /** The column {@code version} tells who writes at the same time that the row has changed. */
    public PersonalTable versioned() {
        isVersioned = true;
        return this;
    }

    /** It says only what another table says, and is not handed out. */
    public PersonalTable copy() {
        isCopy = true;
        return this;
    }

    public PersonalTable whenChanged(Changed listener) {
        changed = listener;
        return this;
    }

    /** The columns it answers for, with the table. */
    public List<String> answersFor() {
        return columns.keySet().stream().map(column -> table + "." + column).toList();
    }
}
