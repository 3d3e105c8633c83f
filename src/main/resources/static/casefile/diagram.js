'use strict';

// Draws the process of a case and marks where the case stands. The page says the same in words without it.
(async () => {
  const READABLE = 0.85;
  const diagram = document.getElementById('diagram');
  const canvasElement = document.getElementById('canvas');
  const { model, current, visited } = diagram.dataset;

  const answer = await fetch(model);
  if (!answer.ok) {
    return;
  }
  const xml = await answer.text();
  diagram.hidden = false;
  const viewer = new BpmnJS({ container: canvasElement, zoomScroll: { enabled: false } });
  await viewer.importXML(xml);

  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  for (const id of visited.split(' ').filter(id => id !== current && elements.get(id))) {
    canvas.addMarker(id, 'been');
  }
  canvas.addMarker(current, 'now');
  // What the picture says stands in words above it; its loose labels would only confuse who listens.
  canvasElement.querySelectorAll('svg').forEach(svg => {
    svg.setAttribute('aria-hidden', 'true');
    svg.removeAttribute('tabindex');
  });

  const showStep = () => {
    const step = elements.get(current);
    const width = canvasElement.clientWidth / READABLE;
    const height = canvasElement.clientHeight / READABLE;
    canvas.viewbox({
      x: step.x + (step.width - width) / 2,
      y: step.y + (step.height - height) / 2,
      width,
      height,
    });
  };
  const showWhole = () => canvas.zoom('fit-viewport', 'auto');

  diagram.addEventListener('click', ({ target }) => {
    const { show, zoom } = target.dataset;
    if (show === 'step') {
      showStep();
    } else if (show === 'whole') {
      showWhole();
    } else if (zoom) {
      canvas.zoom(Math.min(3, Math.max(0.2, canvas.zoom() * (zoom > 0 ? 1.25 : 0.8))));
    }
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') {
      document.querySelector('.bjs-powered-by-lightbox .backdrop')?.click();
    }
  });
  window.addEventListener('resize', () => canvas.resized());
  showStep();
})();
