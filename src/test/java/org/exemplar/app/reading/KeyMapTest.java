package org.exemplar.app.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exemplar.app.control.MouseDrags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMapTest {
  @ParameterizedTest
  @EnumSource(KeyPreset.class)
  void no_key_of_a_preset_does_two_things(KeyPreset preset) {
    Set<Stroke> seen = new HashSet<>();
    KeyMap keys = KeyMap.of(preset);
    for (Act act : Act.values()) {
      assertThat(keys.strokes(act)).as(act.word()).isNotEmpty();
      keys.strokes(act).forEach(s -> assertThat(seen.add(s)).as(s + " twice").isTrue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shift+Enter", "+", "Ctrl++", "Alt+R", "[", "\\", "PageDown", "1"})
  void strokes_are_read_as_they_are_written(String text) {
    assertThat(Stroke.parse(text)).hasToString(text);
  }

  @Test
  void what_is_no_stroke_is_refused() {
    assertThatThrownBy(() -> Stroke.parse("Hyper+X")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_reader_changes_a_key_but_never_takes_one_that_acts() {
    KeyMap keys = KeyMap.of(KeyPreset.EXEMPLAR);
    assertThat(keys.with(Act.INVERT, Stroke.of("Y"))).isEmpty();
    KeyMap changed = keys.with(Act.INVERT, Stroke.of("V")).orElseThrow();
    assertThat(changed.act(Stroke.of("V"))).contains(Act.INVERT);
    assertThat(changed.act(Stroke.of("I"))).isEmpty();
    assertThat(changed.hint(Act.INVERT)).isEqualTo("V");
    assertThat(KeyMap.of("exemplar", changed.own()).act(Stroke.of("V"))).contains(Act.INVERT);
  }

  @Test
  void settings_that_cannot_be_read_leave_the_preset() {
    KeyMap keys = KeyMap.of("nobody", Map.of("invert", "Hyper+X", "fit", "G"));
    assertThat(keys.preset()).isEqualTo(KeyPreset.EXEMPLAR);
    assertThat(keys.act(Stroke.of("I"))).contains(Act.INVERT);
    assertThat(keys.act(Stroke.of("G"))).contains(Act.FIT);
  }

  @Test
  void another_preset_never_leaves_an_act_without_its_key() {
    KeyMap own = KeyMap.of(KeyPreset.EXEMPLAR).with(Act.INVERT, Stroke.of("L")).orElseThrow();
    KeyMap ohif = own.withPreset(KeyPreset.OHIF);
    assertThat(ohif.act(Stroke.of("L"))).contains(Act.TURN_LEFT);
    assertThat(ohif.act(Stroke.of("I"))).contains(Act.INVERT);
    KeyMap written = KeyMap.of("exemplar", Map.of("invert", "R", "fit", "G"));
    assertThat(written.act(Stroke.of("R"))).contains(Act.RESET);
    assertThat(written.act(Stroke.of("G"))).contains(Act.FIT);
  }

  @Test
  void two_keys_can_change_places() {
    KeyMap keys = KeyMap.of(KeyPreset.EXEMPLAR);
    keys = keys.with(Act.INVERT, Stroke.of("V")).orElseThrow();
    keys = keys.with(Act.RESET, Stroke.of("I")).orElseThrow();
    keys = keys.with(Act.INVERT, Stroke.of("R")).orElseThrow();
    KeyMap back = KeyMap.of("exemplar", keys.own());
    assertThat(back.act(Stroke.of("I"))).contains(Act.RESET);
    assertThat(back.act(Stroke.of("R"))).contains(Act.INVERT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Y; Y is already “Agree”; choose another key, or change that one first.",
        "Tab; Tab moves about the window or closes what is open; choose another key.",
        "Shift+Left; Shift+← is the coarse step of “Narrower window”; choose another key.",
        "Ctrl+Up; Ctrl+↑ is the fine step of “Brighter”; choose another key."
      })
  void a_refused_key_says_why(String refused) {
    String[] told = refused.split("; ", 2);
    assertThat(KeyMap.of(KeyPreset.EXEMPLAR).refusal(Act.PAUSE, Stroke.parse(told[0])))
        .contains(told[1]);
  }

  @Test
  void every_act_stands_in_the_overlay() {
    List<Act> shown =
        java.util.stream.Stream.concat(
                KeySheet.answering(List.of(), new ItemKeys(KeyMap.of(KeyPreset.EXEMPLAR))).stream(),
                KeySheet.viewing(MouseDrags.OURS).stream())
            .flatMap(g -> g.lines().stream())
            .flatMap(l -> l.acts().stream())
            .toList();
    for (Act act : Act.values()) {
      // The sheet shows five points; a longer scale goes on likewise.
      if (act.point() <= 5) {
        assertThat(shown).contains(act);
      }
    }
  }

  @Test
  void the_next_stroke_becomes_the_key_unless_it_is_taken() {
    List<KeyMap> kept = new java.util.ArrayList<>();
    KeysModel model = new KeysModel(KeyMap.of(KeyPreset.EXEMPLAR), kept::add);
    model.change(Act.PAUSE);
    model.strike(Stroke.of("I"));
    assertThat(model.saidProperty().get())
        .isEqualTo("I is already “Invert”; choose another key, or change that one first.");
    assertThat(kept).isEmpty();
    model.change(Act.PAUSE);
    model.strike(Stroke.of("F5"));
    assertThat(kept.getLast().act(Stroke.of("F5"))).contains(Act.PAUSE);
  }
}
